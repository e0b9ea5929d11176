import path from 'node:path'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const PAGES = ['host', 'screen', 'join']

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  cacheDir: path.join(import.meta.dirname, '../.cache/vite'),
  publicDir: false,
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    outDir: path.join(import.meta.dirname, '../dist/page'),
    emptyOutDir: true,
    reportCompressedSize: false,
    // The policy of these pages takes fonts and pictures from files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: PAGES.map((name) => path.join(import.meta.dirname, `${name}.html`)),
    },
  },
})
