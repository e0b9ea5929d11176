import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { JudgeError, reasonOf } from '../judge-error.ts'
import { bundle } from './bundle.ts'
import { throughCache } from './cache.ts'

/** What is evaluated in the two realms of an isolate before a submission is loaded. */
export interface SuiteScripts {
  readonly innerScript: string
  readonly outerScript: string
}

const virtual = {
  // What the submission exports is known when it has been loaded, and not before.
  '#subject': 'module.exports = globalThis.fivePillars.subject',
  // Vitest brings it for benchmarks; it asks for an EventTarget as it loads.
  tinybench: 'exports.Bench = class {}',
}

/**
 * Bundles a suite of an exercise for the isolate. A bundle is kept until one of its files changes.
 *
 * @throws JudgeError `no-suite` or `bad-suite`, naming the folder and the reason
 */
export async function suiteScripts(exerciseDir: string, suite: string): Promise<SuiteScripts> {
  const folder = path.join(exerciseDir, suite)
  const files = await testFilesIn(folder)
  const [inner, outer] = await Promise.all([
    innerScript(),
    throughCache(`${folder}\n${files.join('\n')}`, () => bundleSuite(folder, files)),
  ])
  return { innerScript: inner, outerScript: outer }
}

/** What makes the realm of a submission: the same for every suite. */
function innerScript(): Promise<string> {
  const main = sourceOf('../isolate/inner/main.ts')
  return throughCache(main, () =>
    bundle({
      entry: `export * from ${JSON.stringify(main)}`,
      // object-inspect asks Node for it, and does without.
      commonjs: { util: 'exports.inspect = {}' },
    }),
  )
}

/**
 * Bundles the world of an exercise for the isolate; undefined where it has none.
 *
 * @throws JudgeError `bad-suite` with the reason
 */
export async function worldScripts(exerciseDir: string): Promise<SuiteScripts | undefined> {
  const file = path.join(exerciseDir, 'scenario.ts')
  if (!existsSync(file)) return undefined
  const main = JSON.stringify(sourceOf('../isolate/outer/prepare-replay.ts'))
  const [inner, outer] = await Promise.all([
    innerScript(),
    throughCache(file, () =>
      bundleFor(
        file,
        `import { prepareReplay } from ${main}
        import * as scenario from ${JSON.stringify(file)}
        prepareReplay(scenario)`,
      ),
    ),
  ])
  return { innerScript: inner, outerScript: outer }
}

/** Bundles what makes recorded calls again: the same for every exercise. */
export async function callsScripts(): Promise<SuiteScripts> {
  const main = sourceOf('../isolate/outer/prepare-calls.ts')
  const [inner, outer] = await Promise.all([
    innerScript(),
    throughCache(main, () => bundleFor(main, `export * from ${JSON.stringify(main)}`)),
  ])
  return { innerScript: inner, outerScript: outer }
}

/**
 * Bundles the shop of a game day for the isolate.
 *
 * @throws JudgeError `bad-suite` with the reason
 */
export async function gameDayScripts(exerciseDir: string): Promise<SuiteScripts> {
  const file = path.join(exerciseDir, 'scenario.ts')
  const main = JSON.stringify(sourceOf('../isolate/outer/prepare-game-day.ts'))
  const [inner, outer] = await Promise.all([
    innerScript(),
    throughCache(`game day\n${file}`, () =>
      bundleFor(
        file,
        `import { prepareGameDay } from ${main}
        import * as shop from ${JSON.stringify(file)}
        prepareGameDay(shop)`,
      ),
    ),
  ])
  return { innerScript: inner, outerScript: outer }
}

async function bundleSuite(folder: string, files: readonly string[]): ReturnType<typeof bundle> {
  const imports = files.map((file) => {
    const name = JSON.stringify(file.replaceAll(path.sep, '/'))
    return `${name}: () => import(${JSON.stringify(path.join(folder, file))}),`
  })
  const main = JSON.stringify(sourceOf('../isolate/outer/prepare-suite.ts'))
  return bundleFor(
    folder,
    `import { prepareSuite } from ${main}\nprepareSuite({ ${imports.join('\n')} })`,
  )
}

async function bundleFor(what: string, entry: string): ReturnType<typeof bundle> {
  try {
    return await bundle({ entry, commonjs: virtual })
  } catch (error) {
    throw new JudgeError('bad-suite', `${what}\n${reasonOf(error)}`)
  }
}

async function testFilesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) throw new JudgeError('no-suite', folder)
  const files = await readdir(folder, { recursive: true })
  const tests = files.filter((file) => file.endsWith('.test.ts')).toSorted()
  if (tests.length === 0) throw new JudgeError('no-suite', folder)
  return tests
}

function sourceOf(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier))
}
