import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { formatVerdict } from '../format/format-verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { Evidence } from './gather.ts'
import type { Gate } from './gates.ts'

const GOLDEN_COLUMNS = 80

/**
 * What learners read is reviewed like code: every failure stands in `hidden/golden/verdicts.txt`.
 *
 * @param update writes the file instead of comparing
 */
export async function goldenGate(
  exerciseDir: string,
  evidence: Evidence,
  update: boolean,
): Promise<Gate> {
  const folder = path.join(exerciseDir, 'hidden', 'golden')
  const file = path.join(folder, 'verdicts.txt')
  const texts = goldenTexts(evidence)
  const { slug } = evidence.manifest
  if (update) {
    await mkdir(folder, { recursive: true })
    await writeFile(file, join(slug, texts))
  }
  const title = 'What learners read is what was reviewed'
  const reviewedText = await readFile(file, 'utf8').catch(() => undefined)
  if (reviewedText === undefined) {
    return { title, findings: [`hidden/golden/verdicts.txt is missing: ${updateCommand(slug)}`] }
  }
  const golden = split(reviewedText)
  const findings: string[] = []
  for (const [name, text] of texts) {
    const reviewed = golden.get(name)
    if (reviewed === undefined) findings.push(`golden/verdicts.txt has no "${name}"`)
    else if (reviewed !== text) findings.push(`"${name}" in golden/verdicts.txt is different`)
  }
  for (const name of golden.keys()) {
    if (!texts.has(name)) findings.push(`"${name}" in golden/verdicts.txt is nobody's`)
  }
  if (findings.length > 0) findings.push(`review the change, then: ${updateCommand(slug)}`)
  return { title, findings }
}

/** The command that writes what this gate and that of the matrix compare. */
export function updateCommand(slug: string): string {
  return `npx five-pillars author check ${slug} --update`
}

function goldenTexts({ starter, mutants }: Evidence): Map<string, string> {
  return new Map([
    ['starter', told(starter.hidden)],
    ['starter, visible suite', told(starter.open)],
    ...mutants.map(({ mutant, hidden }) => [mutant.file, told(hidden)] as const),
  ])
}

/** The calls in a token are no words, and each version of a compressor writes them otherwise. */
function told(verdict: Verdict): string {
  const text = formatVerdict(verdict, { columns: GOLDEN_COLUMNS, color: false })
  return text.replace(/(?<=--replay calls-)\S+/, '…')
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
