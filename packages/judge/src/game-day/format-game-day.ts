import { seen } from '../format/seen.ts'
import { styleFor } from '../format/style.ts'
import type { Style } from '../format/style.ts'
import { shorten, wrap } from '../format/wrap.ts'
import type { GameDay } from './play-game-day.ts'

const COLUMNS_MAX = 100
const COLUMNS_MIN = 50

/** Wide enough for a line with the bar and all numbers of an incident. */
const WIDE = 78

type PlayedDay = Extract<GameDay, { kind: 'played' }>
type Incident = PlayedDay['sheet']['incidents'][number]

/** The score sheet of a day, for a terminal. Colour only repeats what the words say. */
export function formatGameDay(
  day: PlayedDay,
  options: { columns: number; color: boolean },
): string {
  const width = Math.min(Math.max(options.columns, COLUMNS_MIN), COLUMNS_MAX)
  const style = styleFor(options.color)
  const { sheet, score } = day
  const lines = [
    ...headOf(day, width, style),
    '',
    ...(width >= WIDE ? [style.dim(columnsOf(width))] : []),
    ...sheet.incidents.flatMap((incident) => incidentLines(incident, width)),
    '',
    scoreLine('users in time', score.inTime, 60, width),
    scoreLine('recovery', score.recovery, 20, width),
    scoreLine('scale changes', score.scaling, 10, width),
    scoreLine('pages', score.pages, 10, width),
    ...(score.replaced === 0 ? [] : [row('borrowed parts', String(score.replaced))]),
    ...notesOf(day, width, style),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function headOf({ sheet, score }: PlayedDay, width: number, style: Style): string[] {
  const title = `Game day, seed ${sheet.seed}`
  const points = `${score.total} of 100 points`
  const mark = sheet.lost > 0 || sheet.stopped !== null ? style.red : style.green
  return [style.bold(`${title}${mark(points.padStart(width - title.length))}`)]
}

const NUMBERS = ['in time', 'slow', 'failed', 'felt', 'pages', 'scaled', 'lost'] as const
const TITLE_WIDTH = 23

function columnsOf(width: number): string {
  const heads = NUMBERS.map((name) => name.padStart(widthOf(name))).join('')
  return `${' '.repeat(width - heads.length)}${heads}`
}

function widthOf(name: string): number {
  return Math.max(name.length, 3) + 1
}

function incidentLines(incident: Incident, width: number): string[] {
  const all = incident.inTime + incident.slow + incident.failed
  const share = all === 0 ? 0 : incident.inTime / all
  if (width >= WIDE) {
    const numbers = numbersOf(incident)
    const cells = NUMBERS.map((name) => (numbers[name] ?? '').padStart(widthOf(name))).join('')
    const room = width - TITLE_WIDTH - cells.length - 1
    const title = shorten(incident.title, TITLE_WIDTH).padEnd(TITLE_WIDTH)
    return [`${title} ${bar(share, room - 1)} ${cells}`]
  }
  const percent = `${Math.round(100 * share)} %`.padStart(5)
  const title = shorten(incident.title, TITLE_WIDTH).padEnd(TITLE_WIDTH)
  return [
    `${title} ${bar(share, width - TITLE_WIDTH - 7)} ${percent}`,
    ...wrap(phrasesOf(incident).join(', '), width - 4).map((line) => `    ${line}`),
  ]
}

/** The same numbers in words, without those that are nothing. */
function phrasesOf({
  inTime,
  slow,
  failed,
  recoveryMs,
  pages,
  scaleChanges,
  lost,
}: Incident): string[] {
  return [
    `${inTime} in time`,
    ...(slow === 0 ? [] : [`${slow} slow`]),
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(recoveryMs === 0 ? [] : [`felt ${Math.round(recoveryMs / 1000)} s`]),
    ...(pages === 0 ? [] : [pages === 1 ? '1 page' : `${pages} pages`]),
    ...(scaleChanges === 0 ? [] : [`scaled ${scaleChanges}×`]),
    ...(lost === 0 ? [] : [`${lost} LOST`]),
  ]
}

function numbersOf(incident: Incident): Record<string, string> {
  const { inTime, slow, failed, recoveryMs, pages, scaleChanges, lost } = incident
  return {
    'in time': String(inTime),
    slow: String(slow),
    failed: String(failed),
    felt: recoveryMs === 0 ? '–' : `${Math.round(recoveryMs / 1000)} s`,
    pages: String(pages),
    scaled: String(scaleChanges),
    lost: String(lost),
  }
}

const ROW_WIDTH = 16

function row(name: string, value: string): string {
  return `${name.padEnd(ROW_WIDTH)}${value.padStart(4)}`
}

function scoreLine(name: string, points: number, most: number, width: number): string {
  const text = `${row(name, String(Math.round(points)))} of ${String(most).padStart(2)}  `
  return `${text}${bar(points / most, Math.min(40, width - text.length))}`
}

/** Filled from the left; what is not there is dotted, so that it can be told without colour. */
function bar(share: number, cells: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * cells)
  return '█'.repeat(filled) + '·'.repeat(Math.max(0, cells - filled))
}

function notesOf({ sheet, score, replaced }: PlayedDay, width: number, style: Style): string[] {
  const notes: string[] = []
  if (sheet.stopped !== null) {
    notes.push(`The day ended in "${sheet.stopped.incident}": ${seen(sheet.stopped.text)}`)
  }
  if (sheet.lost > 0) {
    const lines = sheet.lost === 1 ? 'acknowledged line was' : 'acknowledged lines were'
    notes.push(`${sheet.lost} ${lines} lost: without that it would be ${score.earned} points.`)
  }
  if (replaced.length > 0) {
    notes.push(`The reference stood in for: ${replaced.join(', ')}.`)
  }
  return notes.flatMap((note) => ['', ...wrap(note, width).map((line) => style.yellow(line))])
}
