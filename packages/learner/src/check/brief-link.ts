import type { Verdict } from '@five-pillars/judge'
import { z } from 'zod'

import type { Kit } from '../kit/open-kit.ts'
import type { Workplace } from '../kit/workplace.ts'
import { brokenCheck } from './broken-check.ts'
import { handoutPageOf } from './handout-page.ts'
import type { HandoutPage } from './handout-page.ts'

/** The part of the brief, and of the talk, that explains a broken promise. */
export interface BriefLink {
  /** Relative to the kit, with forward slashes: `exercises/truth/quorum/README.md`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The number of the promise in the brief, and its text without marks. */
  readonly promise: number
  readonly text: string
  readonly talk: TalkLink | null
}

/** The slide of a talk that explains it. */
export interface TalkLink {
  readonly deck: string
  /** The title of the slide. */
  readonly slide: string
  /** Where it is in the handout; null where this kit has none. */
  readonly handout: HandoutPage | null
}

/** `brief.json` of an exercise: what each open check is about. */
export const briefSchema = z.strictObject({
  checks: z.record(
    z.string(),
    z.strictObject({ promise: z.int().positive(), slide: z.string().optional() }),
  ),
})

/** Where the first broken promise of a verdict is explained; null where none is to blame. */
export async function briefLinkOf(
  kit: Kit,
  { exercise, dir, brief }: Workplace,
  verdict: Verdict,
): Promise<BriefLink | null> {
  const id = brokenCheck(verdict)?.id
  const about = id === undefined ? undefined : (await checksOf(kit, dir))[id]
  if (about === undefined) return null
  const found = promiseIn(await textOf(kit, brief), about.promise)
  if (found === undefined) return null
  const talk = about.slide === undefined ? null : await talkOf(kit, exercise.deck, about.slide)
  return { file: `${exercise.path}/README.md`, promise: about.promise, ...found, talk }
}

async function talkOf(kit: Kit, deck: string, slide: string): Promise<TalkLink> {
  return { deck, slide, handout: await handoutPageOf(kit, { deck, slide }) }
}

/** A brief without it, or with a damaged one, links to nothing. */
async function checksOf(kit: Kit, dir: string): Promise<z.infer<typeof briefSchema>['checks']> {
  try {
    const known = briefSchema.parse(JSON.parse(await textOf(kit, `${dir}/brief.json`)))
    return known.checks
  } catch {
    return {}
  }
}

async function textOf({ disk }: Kit, file: string): Promise<string> {
  return new TextDecoder().decode(await disk.read(file))
}

/** The promise of that number in the section of the promises. */
export function promiseIn(
  brief: string,
  promise: number,
): { line: number; text: string } | undefined {
  const lines = brief.split(/\r?\n/)
  const section = lines.findIndex((line) => line.startsWith('## The promises'))
  const end = lines.findIndex((line, index) => index > section && line.startsWith('## '))
  const start = lines.findIndex((line, index) => index > section && line.startsWith(`${promise}. `))
  if (section === -1 || start === -1 || (end !== -1 && start > end)) return undefined
  const rest = lines.slice(start + 1)
  const length = rest.findIndex((line) => !line.startsWith('   '))
  const whole = [lines[start] ?? '', ...rest.slice(0, length === -1 ? undefined : length)]
  return { line: start + 1, text: withoutMarks(whole.join(' ')) }
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/^\d+\. /, '')
    .replaceAll(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1$2')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
