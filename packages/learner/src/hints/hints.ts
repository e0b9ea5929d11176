import path from 'node:path'

import { brokenCheck } from '../check/broken-check.ts'
import { lastVerdict } from '../check/last-failure.ts'
import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { LearnerError } from '../learner-error.ts'
import { note } from '../progress/note.ts'
import { readProgress } from '../progress/read-progress.ts'
import { levelsIn } from './levels-in.ts'
import type { Level } from './levels-in.ts'

/** One hint: of the part that the last failure is about, or of the whole exercise. */
export interface Hint {
  /** From 1. */
  readonly level: number
  readonly levels: number
  /** Such as `A nudge`. */
  readonly title: string
  /** Name of the part; null where it is about the whole exercise. */
  readonly part: string | null
  /** Markdown. */
  readonly text: string
}

/**
 * The next hint that was not shown yet; the last one again when all were. It is remembered.
 *
 * @param options.part name of a part; default: the part of the last failure
 * @throws LearnerError `no-hints`
 */
export async function nextHint(
  kit: Kit,
  slug: string,
  options: { part?: string } = {},
): Promise<Hint> {
  const levels = await levelsOf(kit, slug)
  const part = partNamed(levels, options.part ?? (await brokenPart(kit, slug)))
  const seen = await seenHints(kit, slug)
  const number = Math.min((seen[part ?? ''] ?? 0) + 1, levels.length)
  return shown(kit, slug, hintOf(levels, number, part))
}

async function shown(kit: Kit, slug: string, hint: Hint | undefined): Promise<Hint> {
  if (hint === undefined) throw noHints(slug)
  const { part, level } = hint
  // Whoever cannot be remembered may still be helped.
  await note(kit, { kind: 'hint', exercise: slug, part: part ?? '', level }).catch(() => {})
  return hint
}

/**
 * The hint of one level, about the whole exercise. It is not noted as asked for.
 *
 * @throws LearnerError `no-hints`
 */
export async function hintAt(kit: Kit, slug: string, level: number): Promise<Hint> {
  const levels = await levelsOf(kit, slug)
  const hint = hintOf(levels, Math.min(level, levels.length), null)
  if (hint === undefined) throw noHints(slug)
  return hint
}

/**
 * The hint of one level that the host gave, of the part of the last failure. It is remembered.
 *
 * @throws LearnerError `no-hints`
 */
export async function givenHint(kit: Kit, slug: string, level: number): Promise<Hint> {
  const levels = await levelsOf(kit, slug)
  const part = partNamed(levels, await brokenPart(kit, slug))
  return shown(kit, slug, hintOf(levels, Math.min(level, levels.length), part))
}

/** The hints that were shown so far, part by part. */
export async function shownHints(kit: Kit, slug: string): Promise<readonly Hint[]> {
  const levels = await levelsOf(kit, slug)
  return Object.entries(await seenHints(kit, slug)).flatMap(([part, seen]) =>
    levels
      .slice(0, seen)
      .map((_, index) => hintOf(levels, index + 1, partNamed(levels, part)))
      .filter((hint) => hint !== undefined),
  )
}

async function levelsOf(kit: Kit, slug: string): Promise<readonly Level[]> {
  const { dir } = await workplaceOf(kit, slug)
  const content = await kit.disk.read(path.join(dir, 'hints.md'))
  const levels = content === undefined ? [] : levelsIn(new TextDecoder().decode(content))
  if (levels.length === 0) throw noHints(slug)
  return levels
}

function noHints(slug: string): LearnerError {
  const fix = `Ask your host, or take hints.md from the zip of the kit once more.`
  return new LearnerError('no-hints', `There are no hints for "${slug}" here.`, fix)
}

async function seenHints(kit: Kit, slug: string): Promise<Readonly<Record<string, number>>> {
  return (await readProgress(kit)).progress.exercises[slug]?.hints ?? {}
}

/** The name of the part of the check that was broken last: tests are grouped by part. */
async function brokenPart(kit: Kit, slug: string): Promise<string | undefined> {
  const verdict = await lastVerdict(kit, slug)
  return verdict && brokenCheck(verdict)?.id.split(' > ')[0]
}

/** A part as the first level calls it, where all levels have something for it. */
function partNamed(levels: readonly Level[], name: string | undefined): string | null {
  if (name === undefined || name === '') return null
  const isEverywhere = levels.every((level) => partOf(level, name) !== undefined)
  return isEverywhere ? (partOf(levels[0], name)?.name ?? null) : null
}

/** `register` is also `The register`, and `rhythm` is in `Verdict and rhythm`. */
function partOf(level: Level | undefined, name: string): Level['parts'][number] | undefined {
  const words = wordsOf(name)
  return level?.parts.find((part) => wordsOf(part.name).includes(words))
}

function wordsOf(name: string): string {
  return ` ${name.toLowerCase()} `
}

function hintOf(levels: readonly Level[], number: number, part: string | null): Hint | undefined {
  const level = levels[number - 1]
  if (level === undefined) return undefined
  const ofPart = part === null ? undefined : partOf(level, part)
  return {
    level: number,
    levels: levels.length,
    title: level.title,
    part,
    text: ofPart?.text ?? level.text,
  }
}
