import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Evidence } from './gather.ts'
import { brokenPromises } from './gates.ts'
import type { Gate } from './gates.ts'
import { updateCommand } from './golden.ts'

/** Mutants × promises as a Markdown table: ● the promise named for a mutant, ○ another it breaks. */
export function killMatrix({ manifest, mutants }: Evidence): string {
  const promises = manifest.promises.map((promise) => promise.id)
  const rows = mutants.map(({ mutant, hidden, open }) => {
    const broken = brokenPromises(hidden)
    const cells = promises.map((promise) => {
      if (!broken.includes(promise)) return promise === mutant.promise ? '✗' : ''
      return promise === mutant.promise ? '●' : '○'
    })
    return [mutant.title, ...cells, open.state === 'passed' ? 'passes' : 'fails']
  })
  return table(['mutant', ...promises, 'visible suite'], rows)
}

/** The file that holds the matrices of all exercises; undefined for an exercise elsewhere. */
export function matrixFile(exerciseDir: string): string | undefined {
  const exercises = path.resolve(exerciseDir, '..', '..')
  return path.basename(exercises) === 'exercises' ? path.join(exercises, 'README.md') : undefined
}

/**
 * Compares the matrix with the one in a file, between two comments that name the exercise.
 *
 * @param update writes the matrix instead of comparing
 */
export async function matrixGate(file: string, evidence: Evidence, update: boolean): Promise<Gate> {
  const title = 'The kill matrix in exercises/README.md is this one'
  const { slug } = evidence.manifest
  const text = (await readFile(file, 'utf8').catch(() => '')).replaceAll('\r\n', '\n')
  const section = sectionOf(slug, killMatrix(evidence))
  const present = new RegExp(`<!-- kill matrix ${RegExp.escape(slug)} -->[^]*?<!-- end -->`)
  if (update) {
    const found = present.test(text)
    await writeFile(
      file,
      found ? text.replace(present, () => section) : `${text}\n${section}\n`.trimStart(),
    )
    return { title, findings: [] }
  }
  const found = present.exec(text)?.[0]
  if (found !== undefined && squeeze(found) === squeeze(section)) return { title, findings: [] }
  const fault = found === undefined ? `it has none for ${slug}` : 'it is different'
  return { title, findings: [`${fault}: ${updateCommand(slug)}`] }
}

function sectionOf(slug: string, matrix: string): string {
  return `<!-- kill matrix ${slug} -->\n\n${matrix}\n\n<!-- end -->`
}

/** A formatter may pad the cells of a table as it likes. */
function squeeze(text: string): string {
  return text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => {
    return Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length))
  })
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(head), rule, ...rows.map((row) => line(row))].join('\n')
}
