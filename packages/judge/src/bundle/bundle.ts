import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'
import type { Plugin } from 'rolldown'

const ENTRY = '\0judge:entry'

/** One instance of each for the suite and for the judge, whoever imports it. */
const SHARED = /^(?:vitest|fast-check)(?:\/|$)/

/** Asking for what a realm withholds throws, even where somebody only asks whether it is there. */
const DEFINED = {
  'process.env.NODE_ENV': '"production"',
  window: 'undefined',
  global: 'undefined',
} as const

export interface BundleOptions {
  /** Source of the entry module. */
  entry: string
  /** Specifier → source of a CommonJS module that is no file: its names are known at run time. */
  commonjs?: Readonly<Record<string, string>>
}

export interface Bundled {
  /** One script of strict code; its value is what the entry exports. */
  readonly script: string
  /** The files that it was made of. */
  readonly files: readonly string[]
}

/**
 * Bundles a module and all it imports into one script, for a realm that has the language alone.
 *
 * @throws {Error} when a module is not there, or is one of Node's
 */
export async function bundle({ entry, commonjs = {} }: BundleOptions): Promise<Bundled> {
  const build = await rolldown({
    input: ENTRY,
    platform: 'neutral',
    resolve: {
      mainFields: ['module', 'main'],
      conditionNames: ['import', 'default'],
    },
    plugins: [virtualModules(entry, commonjs), watched(), shared()],
    // Only a suite that imports `expect` gets chai, snapshots and all that comes with it.
    treeshake: { moduleSideEffects: (id) => !/[/\\]vitest[/\\]dist[/\\]/.test(id) },
    transform: { define: DEFINED },
    logLevel: 'silent',
  })
  try {
    const { output } = await build.generate({
      format: 'iife',
      name: 'bundled',
      codeSplitting: false,
      comments: false,
    })
    const [{ code, moduleIds, imports, dynamicImports, fileName }] = output
    const outside = [...imports, ...dynamicImports].filter((name) => name !== fileName)
    if (outside.length > 0) throw new Error(`It imports what is not there: ${outside.join(', ')}`)
    return {
      script: `(function () { 'use strict';\nvar bundled;\n${code}\nreturn bundled })()`,
      files: moduleIds.filter((id) => path.isAbsolute(id)),
    }
  } finally {
    await build.close()
  }
}

function virtualModules(entry: string, commonjs: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'judge:virtual',
    resolveId(id) {
      if (id === ENTRY) return id
      return commonjs[id] === undefined ? undefined : `\0${id}.cjs`
    },
    load(id) {
      if (id === ENTRY) return { code: entry, moduleType: 'ts' }
      const code = id.endsWith('.cjs') ? commonjs[id.slice(1, -'.cjs'.length)] : undefined
      return code === undefined ? undefined : { code, moduleType: 'js' }
    },
  }
}

/** The simulator tells the judge of its runs, whoever imports it. */
function watched(): Plugin {
  const watching = fileURLToPath(import.meta.resolve('../isolate/outer/watched-simulator.ts'))
  return {
    name: 'judge:watched',
    resolveId: (id, importer) =>
      id === '@five-pillars/simulator' && importer !== watching ? watching : undefined,
  }
}

function shared(): Plugin {
  return {
    name: 'judge:shared',
    resolveId: (id) => (SHARED.test(id) ? fileURLToPath(import.meta.resolve(id)) : undefined),
  }
}
