import type { NodeId } from '../contract.ts'
import { callsOf } from './calls-of.ts'
import type { Call } from './calls-of.ts'
import { dataPhrases } from './event-text.ts'
import type { Trace, TraceEvent, TraceFinding } from './trace.ts'

export type Emit = Extract<TraceEvent, { kind: 'emit' }>

/** What the first finding is about: what a window shows first when it cannot show everything. */
export interface Focus {
  readonly finding: TraceFinding | undefined
  /** When it was found, or the end of the run. */
  readonly until: number
  /** The nodes that it names; empty if it names none. */
  readonly nodes: ReadonlySet<NodeId>
  /** Whether a leader is made, or the finding names the event or a part of its data. */
  readonly isAboutEvent: (event: Emit) => boolean
  readonly isAboutCall: (call: Call) => boolean
}

/** What the first finding of a trace is about, judged by the words that it is told in. */
export function focusOf(trace: Trace): Focus {
  const finding = trace.findings[0]
  const words = finding === undefined ? '' : `${finding.rule}\n${finding.text}`
  const named = trace.nodes.map(({ id }) => id).filter((id) => mentions(finding?.text ?? '', id))
  const calls = namedCalls(trace, finding)
  return {
    finding,
    until: finding?.at ?? trace.endMs,
    nodes: new Set(finding?.node === undefined ? named : [...named, finding.node]),
    isAboutEvent: ({ event, data }) =>
      event === trace.show.leader ||
      event === trace.show.follower ||
      mentions(words, event) ||
      dataPhrases(data).some((phrase) => mentions(words, phrase)),
    isAboutCall: (call) => calls === null || calls.has(call.operation),
  }
}

/** The calls that a finding tells of, the last of those with the same words; null for all. */
function namedCalls(trace: Trace, finding: TraceFinding | undefined): ReadonlySet<number> | null {
  if (finding === undefined) return null
  const last = new Map<string, number>()
  for (const { client, text, operation, invokedAt } of callsOf(trace)) {
    const words = [`${client}'s ${text}`, `${client} ${text}`]
    const isNamed = words.some((each) => mentions(finding.text, each))
    if (isNamed && invokedAt <= finding.at) last.set(JSON.stringify([client, text]), operation)
  }
  // Where every order of calls was tried, each of them counts.
  return last.size === 0 && finding.kind === 'linearizability' ? null : new Set(last.values())
}

const IN_A_WORD = /[\p{L}\p{N}_]/u

/** Whether a text has a phrase in it as whole words: `term 3` is not in `term 31`. */
export function mentions(text: string, phrase: string): boolean {
  if (phrase === '') return false
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + phrase.length)
    if (!IN_A_WORD.test(before) && !IN_A_WORD.test(after)) return true
  }
  return false
}
