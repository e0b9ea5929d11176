import type { Plugin } from 'vitest/config'

/** Answers every import of `#subject` with one file: a starter, solution, alternative or mutant. */
export function subjectPlugin(file: string): Plugin {
  return {
    name: 'five-pillars:subject',
    enforce: 'pre',
    resolveId(id) {
      return id === '#subject' ? file : undefined
    },
  }
}
