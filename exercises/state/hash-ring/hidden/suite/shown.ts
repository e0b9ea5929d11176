import { quoted } from '@five-pillars/suite'

/** A name as a story shows it: letters that look like others are written by their numbers. */
export function shown(name: string): string {
  return withEscapes(quoted(name))
}

/** A call of a lookup, as a learner would write it: `owner("k1")`. */
export function callOf(name: 'owner' | 'replicas', key: string, n?: number): string {
  const text = withEscapes(JSON.stringify(key))
  return `${name}(${n === undefined ? text : `${text}, ${n}`})`
}

export function listOf(nodes: readonly string[]): string {
  return `[${nodes.map((node) => shown(node)).join(', ')}]`
}

/** A value that should have been something else, in a few characters. */
export function kindOf(got: unknown): string {
  if (typeof got === 'string') return shown(got)
  if (typeof got === 'function') return 'a function'
  if (typeof got !== 'object' || got === null) return String(got)
  if (got instanceof Promise) return 'a promise'
  return Array.isArray(got) ? 'an array' : 'an object'
}

function withEscapes(text: string): string {
  return text.replaceAll(/[^ -~]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

if (shown('\u00e9') !== '"\\u00e9"') throw new Error('sentinel-hash-ring-shown.ts: not shown')
