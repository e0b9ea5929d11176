import type { Version } from '../store/version.ts'
import { formatTime } from './format-time.ts'
import { styleFor, widthOf } from './style.ts'
import type { Screen } from './style.ts'
import { wrap } from './wrap.ts'

interface HistoryOptions extends Screen {
  readonly slug: string
  readonly now: number
  /** So many lines at most. */
  readonly most: number
}

const WORDS = {
  check: 'checked',
  restore: 'restored',
  reset: 'the starter',
  catchup: 'a working version',
  starter: 'as you found it',
  save: 'saved',
} as const satisfies Record<Version['reason'], string>

/** The kept versions of a file, the newest first, and how to get one back. */
export function formatHistory(versions: readonly Version[], options: HistoryOptions): string {
  const { slug, now, most } = options
  const style = styleFor(options)
  if (versions.length === 0) {
    return `No version of "${slug}" is kept yet. The first check keeps one: npx five-pillars check ${slug}\n`
  }
  const shown = versions.slice(0, most)
  const digits = String(shown[0]?.number ?? 0).length
  const times = shown.map(({ at }) => formatTime(at, now))
  const timeWidth = Math.max(...times.map((time) => time.length))
  const width = Math.max(...shown.map((version) => WORDS[version.reason].length))
  const rows = shown.map((version, index) => {
    const row = [
      style('bold', String(version.number).padStart(digits)),
      (times[index] ?? '').padEnd(timeWidth),
      WORDS[version.reason].padEnd(width),
      version.result === null ? '' : resultOf(version.result),
      version.isCurrent ? '← your file' : '',
    ]
    return `  ${row
      .filter((each) => each !== '')
      .join('  ')
      .trimEnd()}`
  })
  const left = versions.length - shown.length
  return [
    style('bold', `${slug}: ${versions.length} ${versions.length === 1 ? 'version' : 'versions'}`),
    ...rows,
    ...(left > 0 ? [style('dim', `  … ${left} older: --all shows them`)] : []),
    ...(isClockOdd(versions)
      ? wrap(
          'The clock of this machine was set back meanwhile: the numbers are the order.',
          widthOf(options) - 2,
        ).map((line) => `  ${line}`)
      : []),
    ...waysBack(versions, slug),
    '',
  ].join('\n')
}

function waysBack(versions: readonly Version[], slug: string): string[] {
  const other = versions.find(({ isCurrent }) => !isCurrent)
  if (other === undefined) return []
  return [
    '',
    `Look: npx five-pillars diff ${slug} --from ${other.number}`,
    `Back: npx five-pillars restore ${slug} ${other.number}`,
  ]
}

/** How many open checks a version kept; none could run where it did not even compile. */
export function resultOf({ kept, of }: NonNullable<Version['result']>): string {
  return of === 0 ? 'nothing of it ran' : `${kept} of ${of} open checks`
}

function isClockOdd(versions: readonly Version[]): boolean {
  return versions.some(({ at }, index) => at < (versions[index + 1]?.at ?? 0))
}
