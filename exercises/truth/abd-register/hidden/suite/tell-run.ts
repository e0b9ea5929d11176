import type { Fault, Operation, Report } from '@five-pillars/simulator'
import { describeFault } from '@five-pillars/simulator'

import { findInversion } from './find-inversion.ts'
import type { Inversion } from './find-inversion.ts'

const FAULTS_MAX = 2

/** A run that has failed, in a few lines: what is wrong, the calls that show it, the faults. */
export function tellRun({ findings, history, run, strikes }: Report): string {
  const [finding] = findings
  if (finding === undefined) throw new Error('sentinel-abd-register-tell-run.ts: nothing is wrong')
  const inversion = finding.kind === 'linearizability' ? findInversion(history) : undefined
  const what =
    inversion === undefined
      ? [sentence(finding.rule), sentence(finding.text)]
      : [tellInversion(inversion), ...callsOf(inversion).map((call) => `  ${tellCall(call)}`)]
  const faults = tellFaults([...run.plan, ...strikes])
  return [...what, `  ${faults}`].join('\n')
}

function tellInversion({ newer, stale }: Inversion): string {
  const [before, after] = [did(newer), did(stale)]
  return `First ${before}, and after that ${after}, which is older.`
}

function did(call: Operation): string {
  return `${call.client} ${isWrite(call) ? 'wrote' : 'read'} ${JSON.stringify(valueOf(call))}`
}

/** The calls of an inversion and the writes of its values, in the order of time. */
function callsOf({ writes, evidence, newer, stale }: Inversion): Operation[] {
  const calls = new Set([...writes, ...evidence, newer, stale])
  return [...calls].toSorted((a, b) => a.invokedAt - b.invokedAt)
}

function tellCall(call: Operation): string {
  const what = `${isWrite(call) ? 'writes' : 'reads'} ${JSON.stringify(valueOf(call))}`
  const from = Math.round(call.invokedAt)
  if (call.outcome !== 'ok') return `${call.client} ${what}, from ${from} ms on, not answered yet`
  return `${call.client} ${what}, ${from} to ${Math.round(call.returnedAt ?? NaN)} ms`
}

function isWrite({ input }: Operation): boolean {
  return typeof input === 'object' && input !== null && 'value' in input
}

function valueOf({ input, output }: Operation): unknown {
  const isOne = typeof input === 'object' && input !== null && 'value' in input
  return isOne ? input.value : output
}

function tellFaults(faults: readonly Fault[]): string {
  if (faults.length === 0) return 'Nothing has failed: messages only took their time.'
  const told = faults.slice(0, FAULTS_MAX).map((fault) => describeFault(fault))
  const more = faults.length - told.length
  return `Faults: ${told.join('; ')}${more === 0 ? '' : `; and ${more} more`}.`
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1)
  return first.endsWith('.') ? first : `${first}.`
}
