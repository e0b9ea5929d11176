import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

import type { ConfigEnv, Plugin, PluginOption, UserConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/**
 * A deck that is built into this folder is one file, which opens without a server. The folder tells
 * and no variable of the environment, which a script cannot set alike on every system.
 */
const FOLDER = 'dist-single'

function isSingleFile({ build }: UserConfig, { command }: ConfigEnv): boolean {
  return command === 'build' && path.basename(build?.outDir ?? '') === FOLDER
}

/** Whether a build may have several files, for a plugin's `apply`. */
export function isManyFiles(config: UserConfig, env: ConfigEnv): boolean {
  return env.command === 'build' && !isSingleFile(config, env)
}

/** Puts scripts, styles, fonts and pictures of a deck into its one page. */
export function singleFilePlugins(): Plugin[] {
  const inline = viteSingleFile({ useRecommendedBuildConfig: false, removeViteModuleLoader: true })
  return [oneChunk(), inline, nothingBeside()].map((plugin) => {
    // The library's type allows for all that Vite takes as a plugin.
    if (!isPlugin(plugin)) throw new TypeError('vite-plugin-singlefile is not one plugin any more')
    return { ...plugin, apply: isSingleFile }
  })
}

function isPlugin(option: PluginOption): option is Plugin {
  return typeof option === 'object' && option !== null && 'name' in option
}

function oneChunk(): Plugin {
  return {
    name: 'five-pillars:one-script',
    enforce: 'post',
    config: () => ({
      build: { assetsInlineLimit: () => true, cssCodeSplit: false, modulePreload: false },
    }),
    configResolved({ build }) {
      for (const output of [build.rollupOptions.output].flat()) {
        if (output === undefined) continue
        // Slidev divides its code by hand, which cannot be had together with one script.
        delete output.manualChunks
        delete output.chunkFileNames
        output.codeSplitting = false
      }
    },
  }
}

/** Stops the build at a file that a stick would have to carry beside the deck. */
function nothingBeside(): Plugin {
  let publicDir = ''
  return {
    name: 'five-pillars:nothing-beside',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const beside = [...Object.keys(bundle), ...publicFiles(publicDir)].filter(
          (file) => file !== 'index.html',
        )
        if (beside.length > 0) {
          const files = beside.join(', ')
          this.error(`one file cannot hold ${files}: import it from a slide or a component`)
        }
      },
    },
  }
}

function publicFiles(folder: string): string[] {
  if (folder === '' || !existsSync(folder)) return []
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map(({ name }) => `public/${name}`)
}
