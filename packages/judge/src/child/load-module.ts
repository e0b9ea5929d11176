import type ivm from 'isolated-vm'

import type { ChildEvent, ThrownText } from '../run/events.ts'
import type { Job } from '../run/job.ts'
import { hostError } from './host-error.ts'

export type Loaded =
  | {
      readonly kind: 'loaded'
      readonly namespace: ivm.Reference
      /** A rejection that nobody handled while it was loaded. */
      readonly stray: ThrownText | undefined
    }
  | { readonly kind: 'failed'; readonly event: ChildEvent }

const WRAPPER =
  "import * as submission from 'submission'\nexport { submission }\nexport const isLoaded = true"

/**
 * Loads a submission in its realm. A module waits for what it imports, top-level await included:
 * the wrapper is evaluated only when the submission has come to its end.
 */
export async function loadModule(
  isolate: ivm.Isolate,
  inner: ivm.Context,
  { code, name, beside = [] }: Pick<Job, 'code' | 'name' | 'beside'>,
): Promise<Loaded> {
  const modules = new Map<string, ivm.Module>()
  for (const one of [...beside, { name: 'submission', code }]) {
    const compiled = await compile(isolate, one.code, one.name === 'submission' ? name : one.name)
    if (compiled.module === undefined) return failed('does-not-compile', compiled.error)
    modules.set(one.name, compiled.module)
  }
  const wrapper = await isolate.compileModule(WRAPPER, { filename: 'judge:load' })
  await wrapper.instantiate(inner, (specifier) => moduleNamed(specifier, modules))
  let stray: ThrownText | undefined
  try {
    await wrapper.evaluate()
  } catch (error) {
    // The isolate throws what nobody handled as well: then the module came to its end.
    if (isolate.isDisposed || !(await isLoaded(wrapper))) return failed('threw', error)
    stray = hostError(error)
  }
  if (stray === undefined && !(await isLoaded(wrapper))) return waiting
  const namespace = await wrapper.namespace.get('submission', { reference: true })
  return { kind: 'loaded', namespace, stray }
}

/** A submission imports nothing: only what the judge has put beside it can be asked for. */
function moduleNamed(name: string, modules: ReadonlyMap<string, ivm.Module>): ivm.Module {
  const found = modules.get(name)
  if (found === undefined) throw new Error(`There is no module ${name}`)
  return found
}

const waiting = failed('timeout', new Error('It waits for something that never comes'))

async function compile(
  isolate: ivm.Isolate,
  code: string,
  name: string,
): Promise<{ module: ivm.Module } | { module: undefined; error: unknown }> {
  try {
    return { module: await isolate.compileModule(code, { filename: name }) }
  } catch (error) {
    return { module: undefined, error }
  }
}

/** While the top level waits, this export is not initialized, and reading it throws. */
async function isLoaded({ namespace }: ivm.Module): Promise<boolean> {
  try {
    return (await namespace.get('isLoaded', { copy: true })) === true
  } catch {
    return false
  }
}

function failed(reason: 'threw' | 'timeout' | 'does-not-compile', error: unknown): Loaded {
  return { kind: 'failed', event: { kind: 'load-failed', reason, error: hostError(error) } }
}
