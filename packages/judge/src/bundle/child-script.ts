import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

import type { Bundled } from './bundle.ts'
import { cacheFolder, keep, throughCache } from './cache.ts'

/** Left where it is: it brings a part in machine code, and is loaded by its address. */
const ISOLATED_VM = 'isolated-vm'

const main = fileURLToPath(import.meta.resolve('../child/main.ts'))

/**
 * The file that a judging process runs: its source as one JavaScript module. To read many files and
 * strip their types is half of what it takes to start one. Where nothing can be written, it is the
 * source itself.
 */
export async function childScript(): Promise<string> {
  const code = await throughCache(main, bundleChild)
  // Named after what is in it: a file that is there is the right one.
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 32)
  const file = path.join(cacheFolder, `child-${hash}.mjs`)
  if (existsSync(file)) return file
  return keep(file, code).then(
    () => file,
    () => main,
  )
}

async function bundleChild(): Promise<Bundled> {
  const build = await rolldown({
    input: main,
    platform: 'node',
    plugins: [
      {
        name: 'judge:isolated-vm',
        resolveId: (id) =>
          id === ISOLATED_VM ? { id: import.meta.resolve(id), external: true } : undefined,
      },
    ],
    logLevel: 'silent',
  })
  try {
    const { output } = await build.generate({ format: 'esm', codeSplitting: false })
    const [{ code, moduleIds }] = output
    return { script: code, files: moduleIds }
  } finally {
    await build.close()
  }
}
