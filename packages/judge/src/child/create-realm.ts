import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { constants, createContext, SourceTextModule } from 'node:vm'
import type { Context } from 'node:vm'

import { report, runningTest } from './report.ts'

const LINE_CHARACTERS_MAX = 500
const LINES_MAX = 50

interface Realm {
  context: Context
  /** Throws the error that a touch of something withheld throws. */
  deny: (what: string, advice: string) => never
}

/** A fresh set of globals: the language and a console, with clocks and chance withheld. */
export async function createRealm(): Promise<Realm> {
  const context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  })
  const code = readFileSync(new URL('./realm-prelude.js', import.meta.url), 'utf8')
  const prelude = new SourceTextModule(code, { context, identifier: 'judge:realm' })
  await prelude.link(() => {
    throw new Error('the prelude imports nothing')
  })
  await prelude.evaluate()
  exported(prelude, 'prepareRealm')(consoleWriter())
  const deny = exported(prelude, 'deny')
  return {
    context,
    deny: (what, advice) => {
      deny(what, advice)
      throw new Error('deny always throws')
    },
  }
}

function exported(module: SourceTextModule, name: string): (...values: unknown[]) => void {
  const value: unknown = Reflect.get(module.namespace, name)
  if (typeof value !== 'function') throw new TypeError(`${name} is not a function`)
  return (...values) => void Reflect.apply(value, undefined, values)
}

/** Logging never throws into a submission, and never runs its code: no getter, no inspect hook. */
function consoleWriter(): (values: readonly unknown[]) => void {
  const lines = new Map<string | null, number>()
  return (values) => {
    const test = runningTest()
    const count = (lines.get(test) ?? 0) + 1
    lines.set(test, count)
    if (count > LINES_MAX) return
    // By index: the array is the submission's, and so are its methods.
    const shown: string[] = []
    for (let index = 0; index < values.length; index += 1) shown.push(show(values[index]))
    report({ kind: 'console', test, text: shorten(shown.join(' ')) })
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, LINE_CHARACTERS_MAX + 1)
  try {
    return inspect(value, {
      customInspect: false,
      showProxy: true,
      depth: 3,
      maxArrayLength: 50,
      maxStringLength: LINE_CHARACTERS_MAX,
      breakLength: Infinity,
    })
  } catch {
    return `(${typeof value})`
  }
}

function shorten(text: string): string {
  return text.length > LINE_CHARACTERS_MAX ? `${text.slice(0, LINE_CHARACTERS_MAX - 1)}…` : text
}
