import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { ownCommandFor } from '../format/command-for.ts'
import { formatVerdict } from '../format/format-verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { Evidence } from './gather.ts'
import type { Gate } from './gates.ts'

const GOLDEN_COLUMNS = 80
const LINES_MAX = 12
const COLUMNS_MAX = 100
const AGAIN = /^ {2}Again: .* --replay e/
const VERDICTS = 'verdicts.txt'

/**
 * What learners read is reviewed like code: every failure stands in `hidden/golden/verdicts.txt`, the
 * one file of its folder.
 *
 * @param update writes the file, and removes others, instead of comparing
 */
export async function goldenGate(
  exerciseDir: string,
  evidence: Evidence,
  update: boolean,
): Promise<Gate> {
  const folder = path.join(exerciseDir, 'hidden', 'golden')
  const file = path.join(folder, VERDICTS)
  const texts = goldenTexts(evidence)
  const { slug } = evidence.manifest
  const others = (await readdir(folder).catch(() => [])).filter((name) => name !== VERDICTS)
  if (update) {
    await mkdir(folder, { recursive: true })
    for (const name of others.splice(0)) await rm(path.join(folder, name), { recursive: true })
    await writeFile(file, join(slug, texts))
  }
  const title = 'What learners read is what was reviewed'
  const reviewedText = await readFile(file, 'utf8').catch(() => undefined)
  if (reviewedText === undefined) {
    return { title, findings: [`hidden/golden/verdicts.txt is missing: ${updateCommand(slug)}`] }
  }
  const golden = split(reviewedText)
  const findings = others.map((name) => `hidden/golden/${name} is read by nobody`)
  for (const [name, text] of texts) {
    const reviewed = golden.get(name)
    findings.push(...tooLong(name, text))
    if (reviewed === undefined) findings.push(`golden/verdicts.txt has no "${name}"`)
    else if (reviewed !== text) findings.push(`"${name}" in golden/verdicts.txt is different`)
  }
  for (const name of golden.keys()) {
    if (!texts.has(name)) findings.push(`"${name}" in golden/verdicts.txt is nobody's`)
  }
  if (findings.length > 0) findings.push(`review the change, then: ${updateCommand(slug)}`)
  return { title, findings }
}

/** A failure fits on a slide. The command that repeats it is there to be copied, and never cut. */
function tooLong(name: string, text: string): string[] {
  const lines = text.trimEnd().split('\n')
  const widest = Math.max(...lines.map((line) => (AGAIN.test(line) ? 0 : line.length)))
  return [
    ...(lines.length > LINES_MAX ? [`"${name}" takes ${lines.length} lines`] : []),
    ...(widest > COLUMNS_MAX ? [`"${name}" is ${widest} columns wide`] : []),
  ]
}

/** The command that writes what this gate and that of the matrix compare. */
export function updateCommand(slug: string): string {
  return `npx five-pillars author check ${slug} --update`
}

function goldenTexts({ starter, mutants }: Evidence): Map<string, string> {
  return new Map([
    ['starter', told(starter.hidden)],
    ['starter, visible suite', toldOpen(starter.open)],
    ...mutants.flatMap(({ mutant, hidden, open }) => [
      [mutant.file, told(hidden)] as const,
      // Most mistakes are met by the open checks first, in words of their own.
      ...(open.state === 'passed'
        ? []
        : [[`${mutant.file}, visible suite`, toldOpen(open)] as const]),
    ]),
  ])
}

/** The calls in a token are no words, and each version of a compressor writes them otherwise. */
function told(verdict: Verdict): string {
  const text = formatVerdict(verdict, { columns: GOLDEN_COLUMNS, color: false })
  return text.replace(/(?<=--replay calls-)\S+/, '…')
}

/** As a learner's own machine prints it, but for where the promise is explained. */
function toldOpen(verdict: Verdict): string {
  const again = ownCommandFor(verdict)
  return formatVerdict(verdict, { columns: GOLDEN_COLUMNS, color: false, again })
}

function join(slug: string, texts: ReadonlyMap<string, string>): string {
  const parts = [...texts].map(([title, text]) => `=== ${title}\n${text}`)
  return [`sentinel-${slug}-verdicts.txt\n`, ...parts].join('\n')
}

/** The parts of a golden file by their titles; what stands before the first is nobody's. */
function split(text: string): Map<string, string> {
  const [, ...parts] = text.replaceAll('\r\n', '\n').split(/^=== /m)
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n')
      return [part.slice(0, end), `${part.slice(end + 1).trimEnd()}\n`]
    }),
  )
}
