import ivm from 'isolated-vm'

import { PULSE_BYTES } from '../isolate/outer/pulse.ts'
import type { ChildEvent, ThrownText } from '../run/events.ts'
import type { Job } from '../run/job.ts'
import { compileSuite } from './compile-suite.ts'
import { hostError, isOutOfMemory } from './host-error.ts'
import { loadModule } from './load-module.ts'
import { watchLimits } from './watch-limits.ts'
import type { Limits } from './watch-limits.ts'

/** Of the isolate's heap; the process has a limit of its own for what lies outside. */
const HEAP_MIB_MAX = 128

const LAST_WORDS = ['end', 'replayed', 'explored', 'called', 'played'] as const

/** The suite's last word is kept until it is known that nothing was left behind. */
type LastWord = Extract<ChildEvent, { kind: (typeof LAST_WORDS)[number] }>

/**
 * Runs a suite against a submission, each in a realm of its own within one isolate. What passes a
 * limit is left running: the process has to be ended.
 */
export async function judgeInIsolate(job: Job, send: (event: ChildEvent) => void): Promise<void> {
  const isolate = new ivm.Isolate({
    memoryLimit: HEAP_MIB_MAX,
    onCatastrophicError: () => send({ kind: 'out-of-memory' }),
  })
  const pulse = new SharedArrayBuffer(PULSE_BYTES)
  const limits = watchLimits(isolate, pulse, job)
  const last = await Promise.race([
    limits.passed,
    runSuite(isolate, pulse, job, { limits, send }),
  ]).finally(() => limits.end())
  send(last)
  // A process may be given another job after this one.
  if (isOver(last) && !isolate.isDisposed) isolate.dispose()
}

/** Nothing runs any more. */
function isOver(last: ChildEvent): boolean {
  return last.kind === 'load-failed' || isLastWord(last)
}

function isLastWord(event: ChildEvent): event is LastWord {
  return LAST_WORDS.some((kind) => kind === event.kind)
}

interface Surroundings {
  limits: Limits
  send: (event: ChildEvent) => void
}

async function runSuite(
  isolate: ivm.Isolate,
  pulse: SharedArrayBuffer,
  job: Job,
  { limits, send }: Surroundings,
): Promise<ChildEvent> {
  let end: LastWord | undefined
  try {
    const inner = await isolate.createContext()
    const outer = await isolate.createContext()
    await prepareRealms(job, { isolate, inner, outer, pulse }, (event) => {
      if (isLastWord(event)) end = event
      else send(event)
    })
    send({ kind: 'loading' })
    limits.loading(true)
    const loaded = await loadModule(isolate, job.isDirect ? outer : inner, job)
    limits.loading(false)
    if (loaded.kind !== 'loaded') return loadFault(loaded.event)
    await outer.evalClosure('fivePillars.run($0, $1, $2)', [
      loaded.namespace.derefInto(),
      new ivm.ExternalCopy(job.task).copyInto(),
      job.isDirect,
    ])
    return ended(end, loaded.stray)
  } catch (error) {
    return faultOf(error, end)
  }
}

interface Realms {
  isolate: ivm.Isolate
  inner: ivm.Context
  outer: ivm.Context
  pulse: SharedArrayBuffer
}

async function prepareRealms(
  { innerScript, outerScript }: Job,
  { isolate, inner, outer, pulse }: Realms,
  hear: (event: ChildEvent) => void,
): Promise<void> {
  const border = await inner.eval(innerScript, { reference: true, filename: 'judge:border' })
  const report = new ivm.Callback((json: string) => hear(JSON.parse(json)), { ignored: true })
  await outer.evalClosure(
    'globalThis.fivePillars = { inner: $0, report: $1, pulse: $2, subject: {}, ran() {} }',
    [border.derefInto(), report, new ivm.ExternalCopy(pulse).copyInto()],
  )
  const suite = await compileSuite(isolate, outerScript)
  await suite.run(outer)
}

/** A file may fill the isolate while it is loaded. */
function loadFault(event: ChildEvent): ChildEvent {
  const isFull = event.kind === 'load-failed' && isOutOfMemory(event.error)
  return isFull ? { kind: 'out-of-memory' } : event
}

function ended(end: LastWord | undefined, stray: ThrownText | undefined): ChildEvent {
  // No promise will settle any more: a test that has not ended never will.
  if (end === undefined) return { kind: 'stopped', limit: 'never', ms: 0 }
  return stray === undefined || end.kind !== 'end'
    ? end
    : { ...end, errors: [...end.errors, stray] }
}

/** An isolate that is full, or an error that nobody caught: vitest catches all of its own. */
function faultOf(error: unknown, end: LastWord | undefined): ChildEvent {
  const text = hostError(error)
  if (isOutOfMemory(text)) return { kind: 'out-of-memory' }
  if (end !== undefined && end.kind !== 'end') return end
  return { kind: 'end', tests: end?.tests ?? {}, errors: [...(end?.errors ?? []), text] }
}
