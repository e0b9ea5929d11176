import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Gate } from './gates.ts'

/** What stands in a template for the words and programs of an author. */
const PLACEHOLDER = /\bAUTHOR: (.*)$/

/** A new exercise is a template: each place that is still to be written says what belongs there. */
export async function templateGate(exerciseDir: string): Promise<Gate> {
  const findings: string[] = []
  for (const file of ['README.md', 'hints.md', ...(await sourcesIn(exerciseDir))]) {
    const text = await readFile(path.join(exerciseDir, file), 'utf8').catch(() => '')
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      const [, wanted] = PLACEHOLDER.exec(line) ?? []
      if (wanted !== undefined) findings.push(`${file}:${index + 1} write ${wanted}`)
    }
  }
  return { title: 'Nothing of the template is left', findings }
}

async function sourcesIn(exerciseDir: string): Promise<string[]> {
  const files: string[] = []
  for (const folder of ['src', 'test', 'hidden']) {
    const all = await readdir(path.join(exerciseDir, folder), { recursive: true }).catch(() => [])
    const sources = all.filter((file) => file.endsWith('.ts')).toSorted()
    files.push(...sources.map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`))
  }
  return files
}
