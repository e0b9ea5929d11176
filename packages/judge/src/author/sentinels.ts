import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Gate } from './gates.ts'

/**
 * Each hidden file carries a text that nothing else has, so that a leak into a kit or a deck can be
 * found by searching for it.
 */
export async function sentinelGate(exerciseDir: string, slug: string): Promise<Gate> {
  const findings: string[] = []
  for (const folder of ['solution', 'alternatives', 'mutants', 'suite']) {
    const dir = path.join(exerciseDir, 'hidden', folder)
    for (const file of await readdir(dir).catch(() => [])) {
      if (folder === 'suite' ? !file.endsWith('.test.ts') : !file.endsWith('.ts')) continue
      const text = await readFile(path.join(dir, file), 'utf8')
      const sentinel = `sentinel-${slug}-${file}`
      if (!text.includes(sentinel)) findings.push(`${folder}/${file} has no "${sentinel}"`)
    }
  }
  return { title: 'Every hidden file carries its sentinel', findings }
}
