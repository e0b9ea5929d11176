import { existsSync } from 'node:fs'
import path from 'node:path'

import { defineConfig } from 'vitest/config'
import type { ViteUserConfig } from 'vitest/config'

import { subjectPlugin } from './subject.ts'

export interface PresetOptions {
  /** Loads fast-check with the seed of `FUZZ_SEED` and the number of runs of `FUZZ_RUNS`. */
  fuzz?: boolean
  /** The file that answers `#subject` when the environment names none, relative to the package. */
  subject?: string
  /** Limit of one test in milliseconds: a bound on hangs, not on speed. */
  testTimeoutMs?: number
}

/**
 * The vitest configuration that every package shares: results also go to `.vitest/results.json`,
 * from where `npm test` sums them up, and `#subject` is answered by the file under test.
 */
export function preset(options: PresetOptions = {}): ViteUserConfig {
  const subject = process.env['SUBJECT'] ?? defaultSubject(options.subject)
  return defineConfig({
    // Not in node_modules, which may be read-only.
    cacheDir: '.vitest/cache',
    plugins: subject === undefined ? [] : [subjectPlugin(path.resolve(subject))],
    test: {
      include: ['{src,test,bench,hidden/suite}/**/*.test.ts'],
      reporters: ['default', 'json'],
      outputFile: { json: '.vitest/results.json' },
      setupFiles: options.fuzz === true ? [`${import.meta.dirname}/fuzz.ts`] : [],
      testTimeout: options.testTimeoutMs ?? limitMs(options),
      // The files of a package share a process: to start one takes longer than most of them do. Those
      // of a suite that is played on a mutant do not: it may leave anything behind.
      isolate: process.env['SUBJECT'] !== undefined,
      // Vitest's cache keeps which file `#subject` was, whatever the next run's subject is.
      ...(subject === undefined ? {} : { fsModuleCache: false }),
      server: { deps: { external: [othersSource(process.cwd())] } },
    },
  })
}

/**
 * The sources of the workspace's other packages. Node reads them by itself and keeps what it compiled
 * for every suite, where Vite would transform them again for each.
 */
function othersSource(folder: string): RegExp {
  return new RegExp(`/packages/(?!${path.basename(folder)}/)[^/]+/src/.+\\.ts$`)
}

/** Learners wait for their own test; the others have a busy machine to themselves and one another. */
function limitMs({ subject }: PresetOptions): number {
  return subject === undefined ? 90_000 : 30_000
}

/** A kit has no `hidden/`: there the default falls back to the learner's own file. */
function defaultSubject(file: string | undefined): string | undefined {
  return file !== undefined && existsSync(file) ? file : undefined
}
