import { eventText } from './event-text.ts'
import { messagesOf } from './messages-of.ts'
import type { Message } from './messages-of.ts'
import { callsOf } from './calls-of.ts'
import type { Call } from './calls-of.ts'
import { nameText, printable } from './printable.ts'
import { timeText } from './time-text.ts'
import type { Trace, TraceEvent, TraceFinding } from './trace.ts'
import { describeSpell, spellsOf } from './spells-of.ts'
import type { Spell } from './spells-of.ts'
import { TURNS } from './turns.ts'
import { length } from './wrap-text.ts'

/** Who of an event that happens to the whole world. */
const WORLD = '*'

interface Line {
  readonly at: number
  readonly who: string
  readonly what: string
}

interface Numbered {
  readonly messages: ReadonlyMap<number, Message>
  readonly calls: ReadonlyMap<number, Call>
  readonly spells: ReadonlyMap<number, Spell>
}

/**
 * A trace as text, one event a line, for files that are compared. Times are milliseconds with
 * three decimals; findings stand where they were found, after the events of the same time.
 */
export function traceText(trace: Trace): string {
  const numbered = {
    messages: new Map(messagesOf(trace).map((each) => [each.message, each])),
    calls: new Map(callsOf(trace).map((each) => [each.operation, each])),
    spells: new Map(spellsOf(trace).map((each) => [each.fault, each])),
  }
  const events = trace.events.map((event) => eventLine(event, numbered))
  const lines = [...events, ...trace.findings.map(findingLine)]
  // The sort is stable: what happens at one time stays in its order.
  const sorted = lines.toSorted((one, other) => one.at - other.at)
  return [...head(trace), '', ...aligned(sorted), ''].join('\n')
}

function head({ world, seed, kit, nodes, endMs, healedAt, hash }: Trace): readonly string[] {
  const healed = healedAt === null ? 'not healed' : `healed at ${timeText(healedAt)}`
  return [
    `world ${printable(world)}, seed ${seed}, kit ${printable(kit)}, hash ${printable(hash)}`,
    `nodes ${nodes.map(({ id, role }) => `${nameText(id)} (${role})`).join(', ')}`,
    `${timeText(endMs)}, ${healed}`,
  ]
}

function aligned(lines: readonly Line[]): readonly string[] {
  const times = lines.map(({ at }) => at.toFixed(3))
  const timeWidth = Math.max(0, ...times.map(length))
  const whoWidth = Math.max(0, ...lines.map(({ who }) => length(who)))
  return lines.map(({ who, what }, index) => {
    const gap = ' '.repeat(whoWidth - length(who))
    return `  ${(times[index] ?? '').padStart(timeWidth)}  ${who}${gap}  ${what}`.trimEnd()
  })
}

function findingLine({ at, node, kind, rule, text }: TraceFinding): Line {
  const what = `BROKEN ${printable(rule)} (${printable(kind)}): ${printable(text)}`
  return { at, who: node === undefined ? WORLD : nameText(node), what }
}

function eventLine(event: TraceEvent, { messages, calls, spells }: Numbered): Line {
  const { at } = event
  switch (event.kind) {
    case 'send': {
      const label = printable(event.label)
      const what = event.duplicate === true ? `${label} (duplicate)` : label
      return { at, who: `${nameText(event.from)} → ${nameText(event.to)}`, what }
    }
    case 'deliver': {
      const { route, label } = known(messages.get(event.message), event.message, '⇥')
      return { at, who: route, what: label }
    }
    case 'lose': {
      const { route, label } = known(messages.get(event.message), event.message, '×')
      return { at, who: route, what: `${label} (${event.why})` }
    }
    case 'timer':
      return { at, who: nameText(event.node), what: `timer ${nameText(event.name)}` }
    case 'emit':
      return { at, who: nameText(event.node), what: `emit ${eventText(event.event, event.data)}` }
    case 'start':
      return { at, who: nameText(event.node), what: 'starts' }
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      return { at, who: nameText(event.node), what: TURNS[event.kind] }
    case 'fault': {
      const spell = spells.get(event.fault)
      const words = spell === undefined ? '' : `: ${describeSpell(spell, true)}`
      return { at, who: WORLD, what: `fault ${event.fault}${words}` }
    }
    case 'fault-ends':
      return { at, who: WORLD, what: `fault ${event.fault} ends` }
    case 'heal':
      return { at, who: WORLD, what: 'all faults end' }
    case 'links': {
      const cut = event.cut.map(([from, to]) => `${nameText(from)} → ${nameText(to)}`)
      return { at, who: WORLD, what: cut.length === 0 ? 'no link is cut' : `cut ${cut.join(', ')}` }
    }
    case 'invoke':
      return { at, who: nameText(event.client), what: `calls ${printable(event.text)}` }
    case 'return':
      break
  }
  const call = calls.get(event.operation)
  const who = call === undefined ? WORLD : nameText(call.client)
  const what = call === undefined ? `call ${event.operation}` : printable(call.text)
  return { at, who, what: `${event.outcome} ${what}: ${printable(event.text)}` }
}

/** A trace that kept only its last events has arrivals of messages that it does not know. */
function known(
  message: Message | undefined,
  number: number,
  arrow: string,
): { readonly route: string; readonly label: string } {
  if (message === undefined) return { route: WORLD, label: `message ${number}` }
  const { from, to, label } = message
  return { route: `${nameText(from)} ${arrow} ${nameText(to)}`, label: printable(label) }
}
