import { fileURLToPath } from 'node:url'
import vm from 'node:vm'

import { bundle } from '../bundle/bundle.ts'
import { PULSE_BYTES } from './outer/pulse.ts'

/** A border between two realms of Node, without an isolate: both sides can be looked at. */
export interface TwoRealms {
  /** The value of an expression in the submission's realm. */
  inner(expression: string): unknown
  /** The value of an expression in the suite's realm. */
  outer(expression: string): unknown
  /** Makes what an object of the submission's realm holds known in the suite's, under its names. */
  hand(namespace: unknown): void
  /** What hangs on a value and is of that realm, by the way to it. */
  strays(value: unknown, realm: 'inner' | 'outer'): string[]
}

const OBJECTS_MAX = 5000

const scripts = Promise.all([
  bundle({
    entry: `export * from ${sourceOf('./inner/main.ts')}`,
    commonjs: { util: 'exports.inspect = {}' },
  }),
  bundle({ entry: `export { openBorder } from ${sourceOf('./outer/open-border.ts')}` }),
])

export async function openTwoRealms(): Promise<TwoRealms> {
  const [innerScript, outerScript] = await scripts
  const contexts = { inner: vm.createContext({}), outer: vm.createContext({}) }
  contexts.outer['fivePillars'] = {
    inner: vm.runInContext(innerScript.script, contexts.inner),
    report: () => {},
    pulse: new SharedArrayBuffer(PULSE_BYTES),
  }
  contexts.outer['opened'] = vm.runInContext(outerScript.script, contexts.outer)
  vm.runInContext('globalThis.border = opened.openBorder()', contexts.outer)
  const tops = {
    inner: vm.runInContext('Object.prototype', contexts.inner),
    outer: vm.runInContext('Object.prototype', contexts.outer),
  }

  return {
    inner: (expression) => strict(expression, contexts.inner),
    outer: (expression) => strict(expression, contexts.outer),
    hand(namespace) {
      contexts.outer['raw'] = namespace
      vm.runInContext('Object.assign(globalThis, border.exportsOf(raw))', contexts.outer)
    },
    strays: (value, realm) => straysIn(value, tops[realm]),
  }
}

function strict(expression: string, context: vm.Context): unknown {
  return vm.runInContext(`'use strict'; (${expression})`, context)
}

/** Walks all that can be reached from a value without calling anything. */
function straysIn(value: unknown, top: unknown): string[] {
  const found: string[] = []
  const ways = new Map<object, string>()
  visit(value, 'it')
  for (const [object, way] of ways) {
    if (topOf(object) === top) found.push(way)
    else if (ways.size < OBJECTS_MAX) look(object, way)
  }
  return found

  function look(object: object, way: string): void {
    visit(Reflect.getPrototypeOf(object), `${way} prototype`)
    for (const key of Reflect.ownKeys(object)) {
      const described = Reflect.getOwnPropertyDescriptor(object, key)
      for (const part of [described?.value, described?.get, described?.set]) {
        visit(part, `${way} ${String(key)}`)
      }
    }
  }

  function visit(part: unknown, way: string): void {
    const isObject = (typeof part === 'object' && part !== null) || typeof part === 'function'
    if (isObject && !ways.has(part)) ways.set(part, way)
  }
}

/** The end of its chain of prototypes tells the realm of an object. */
function topOf(object: object): unknown {
  let top = object
  for (let at = Reflect.getPrototypeOf(object); at !== null; at = Reflect.getPrototypeOf(at)) {
    top = at
  }
  return top
}

function sourceOf(specifier: string): string {
  return JSON.stringify(fileURLToPath(import.meta.resolve(specifier)))
}
