import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { formatVerdict } from '../format/format-verdict.ts'
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
  if (update) {
    await mkdir(folder, { recursive: true })
    await writeFile(file, join(evidence.manifest.slug, texts))
  }
  const golden = split(await readFile(file, 'utf8').catch(() => ''))
  const findings: string[] = []
  for (const [title, text] of texts) {
    const reviewed = golden.get(title)
    if (reviewed === undefined) findings.push(`golden/verdicts.txt has no "${title}"`)
    else if (reviewed !== text) findings.push(`"${title}" in golden/verdicts.txt is different`)
  }
  for (const title of golden.keys()) {
    if (!texts.has(title)) findings.push(`"${title}" in golden/verdicts.txt is nobody's`)
  }
  return { title: 'What learners read is what was reviewed', findings }
}

function goldenTexts({ starter, mutants }: Evidence): Map<string, string> {
  const options = { columns: GOLDEN_COLUMNS, color: false }
  return new Map([
    ['starter', formatVerdict(starter.hidden, options)],
    ['starter, visible suite', formatVerdict(starter.open, options)],
    ...mutants.map(({ mutant, hidden }) => {
      return [mutant.file, formatVerdict(hidden, options)] as const
    }),
  ])
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
