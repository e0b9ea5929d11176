import { callsOf, callText } from './calls-of.ts'
import type { Call } from './calls-of.ts'
import { describeFaultEnd } from './describe-fault.ts'
import { dataPhrases, eventText } from './event-text.ts'
import { focusOf } from './focus-of.ts'
import type { Emit, Focus } from './focus-of.ts'
import { nameText, printable } from './printable.ts'
import { describeSpell, spellsOf } from './spells-of.ts'
import type { Spell } from './spells-of.ts'
import { timeText } from './time-text.ts'
import type { Trace, TraceEvent } from './trace.ts'
import { isSaidByDuration, isSaidByFault, TURNS } from './turns.ts'
import { length, wrapText } from './wrap-text.ts'

const MOST_FAULTS = 3
const MOST_LINES = 12

export interface StoryOptions {
  /** The longest line, in characters; default 80. */
  readonly columns?: number
}

/**
 * A run in sentences: what was done to the world and what happened then, and below that, at most
 * twelve times and sentences that led to it. Without a finding it tells that nothing broke.
 */
export function storyOf(trace: Trace, { columns = 80 }: StoryOptions = {}): string {
  const sentences = [...sentencesOf(trace), ...lastSentence(trace)]
  const told = selected(sentences)
  const times = told.map(({ at }) => timeText(at))
  const widest = Math.max(0, ...times.map(length))
  const lines = told.flatMap(({ text }, index) => {
    const time = (times[index] ?? '').padStart(widest + 2)
    const wrapped = wrapText(text, columns - time.length - 2)
    return wrapped.map((line, row) => `${row === 0 ? time : ' '.repeat(time.length)}  ${line}`)
  })
  const left = sentences.length - told.length
  const gap = left === 0 ? [] : [`${'…'.padStart(widest + 2)}  ${left} more`]
  const head = wrapText(headlineOf(trace), columns, 2)
  return (lines.length === 0 ? head : [...head, '', ...gap, ...lines]).join('\n')
}

/** What was done, and what happened: `isolate the leader at 200 ms for 0.5 s → two values`. */
export function headlineOf(trace: Trace): string {
  const { finding, until } = focusOf(trace)
  const faults = spellsOf(trace).filter(({ from }) => from <= until)
  const told = faults
    .slice(-MOST_FAULTS)
    .map((spell) => describeSpell({ ...spell, node: undefined }))
  const more = faults.length - told.length
  const before = more === 0 ? [] : [`${more} earlier ${more === 1 ? 'fault' : 'faults'}`]
  const done = [...before, ...told].join(', then ')
  const happened = finding === undefined ? 'nothing breaks' : printable(finding.text)
  return `${done === '' ? 'no fault at all' : done} → ${happened}`
}

interface Sentence {
  readonly at: number
  readonly text: string
  /** Whether the finding tells of it, so that it is left out last. */
  readonly isNamed: boolean
}

/** Of too many, half of the room for the last ones that the finding tells of, the rest for the last. */
function selected(sentences: readonly Sentence[]): readonly Sentence[] {
  if (sentences.length <= MOST_LINES) return sentences
  const latest = sentences.toReversed()
  const named = latest.filter(({ isNamed }) => isNamed)
  const chosen = new Set(named.slice(0, MOST_LINES / 2))
  for (const each of latest) {
    // One line tells how many are left out.
    if (chosen.size < MOST_LINES - 1) chosen.add(each)
  }
  return sentences.filter((each) => chosen.has(each))
}

function lastSentence(trace: Trace): readonly Sentence[] {
  const finding = trace.findings[0]
  if (finding === undefined) return []
  return [{ at: finding.at, text: `broken: ${printable(finding.rule)}`, isNamed: true }]
}

function sentencesOf(trace: Trace): readonly Sentence[] {
  const focus = focusOf(trace)
  const calls = new Map(callsOf(trace).map((call) => [call.operation, call]))
  const spells = new Map(spellsOf(trace).map((spell) => [spell.fault, spell]))
  return trace.events.flatMap((event, index) => {
    if (event.at > focus.until) return []
    if (isSaidByFault(event, trace.events[index - 1])) return []
    if (isSaidByDuration(event, trace.events[index + 1])) return []
    const text = sentence(event, { trace, focus, calls, spells })
    const isNamed = event.kind === 'emit' || event.kind === 'invoke'
    return text === undefined ? [] : [{ at: event.at, text, isNamed }]
  })
}

interface Known {
  readonly trace: Trace
  readonly focus: Focus
  readonly calls: ReadonlyMap<number, Call>
  readonly spells: ReadonlyMap<number, Spell>
}

/** Undefined for noise: messages, timers, and what the finding is not about. */
function sentence(event: TraceEvent, known: Known): string | undefined {
  switch (event.kind) {
    case 'fault': {
      const spell = known.spells.get(event.fault)
      return spell === undefined ? undefined : describeSpell(spell, true)
    }
    case 'fault-ends': {
      const spell = known.spells.get(event.fault)
      if (spell === undefined || event.at === known.trace.healedAt) return undefined
      return describeFaultEnd(spell.what)
    }
    case 'heal':
      // Where nothing was ever to break, that is so from the start.
      return event.at === 0 ? undefined : 'all faults end'
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      return `${nameText(event.node)} ${TURNS[event.kind]}`
    case 'emit':
      return known.focus.isAboutEvent(event) ? emitText(event, known.trace) : undefined
    case 'invoke': {
      const call = known.calls.get(event.operation)
      if (call === undefined || !known.focus.isAboutCall(call)) return undefined
      return `${nameText(call.client)}: ${callText(call)}${answeredAt(call)}`
    }
    case 'send':
    case 'deliver':
    case 'lose':
    case 'timer':
    case 'start':
    case 'links':
    case 'return':
      break
  }
  return undefined
}

/** An emitted event with its node: `a becomes the leader (term 3)`, `a: apply index 3`. */
function emitText({ node, event, data }: Emit, { show }: Trace): string {
  const phrases = dataPhrases(data)
  const details = phrases.length === 0 ? '' : ` (${phrases.join(', ')})`
  if (event === show.leader) return `${nameText(node)} becomes the leader${details}`
  if (event === show.follower) return `${nameText(node)} follows again${details}`
  return `${nameText(node)}: ${eventText(event, data)}`
}

function answeredAt({ answer }: Call): string {
  return answer === null ? '' : `, at ${timeText(answer.at)}`
}
