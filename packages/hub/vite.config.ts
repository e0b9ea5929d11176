import { globSync } from 'node:fs'
import path from 'node:path'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = import.meta.dirname

/** Each folder of `islands/` with a `main.ts` becomes `dist/<folder>.js`. */
const input = Object.fromEntries(
  globSync('islands/*/main.ts', { cwd: here }).map((file) => [
    path.basename(path.dirname(file)),
    path.join(here, file),
  ]),
)

export default defineConfig({
  plugins: [vue()],
  // Pages stand at any depth: what an island loads is beside it.
  base: './',
  publicDir: false,
  define: { __VUE_OPTIONS_API__: false },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk-[name]-[hash].js',
      },
    },
  },
})
