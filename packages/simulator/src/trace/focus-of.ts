import type { NodeId } from '../contract.ts'
import { callText } from './calls-of.ts'
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
  return {
    finding,
    until: finding?.at ?? trace.endMs,
    nodes: new Set(finding?.node === undefined ? named : [...named, finding.node]),
    isAboutEvent: ({ event, data }) =>
      event === trace.show.leader ||
      event === trace.show.follower ||
      mentions(words, event) ||
      dataPhrases(data).some((phrase) => mentions(words, phrase)),
    isAboutCall: (call) =>
      finding === undefined ||
      finding.kind === 'linearizability' ||
      mentions(words, call.text) ||
      mentions(words, callText(call)),
  }
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
