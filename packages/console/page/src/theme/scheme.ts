import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** Decks and the hub read the same key: all that a browser shows of the kit looks alike. */
const KEY = 'slidev-color-schema'

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
const dark = shallowRef(false)

/** Whether pages are dark now. */
export const isDark: Readonly<ShallowRef<boolean>> = dark

/** Paints this page in the remembered scheme, or the system's, and again whenever either changes. */
export function followScheme(): void {
  paint()
  prefersDark.addEventListener('change', paint)
  window.addEventListener('storage', paint)
}

/** The other scheme; it is remembered where it is not the system's. */
export function toggleScheme(): void {
  const next = !dark.value
  const scheme = next === prefersDark.matches ? 'auto' : next ? 'dark' : 'light'
  localStorage.setItem(KEY, scheme)
  paint()
}

function paint(): void {
  const remembered = localStorage.getItem(KEY)
  dark.value = remembered === 'dark' || (remembered !== 'light' && prefersDark.matches)
  document.documentElement.classList.toggle('dark', dark.value)
  document.documentElement.classList.toggle('light', !dark.value)
}
