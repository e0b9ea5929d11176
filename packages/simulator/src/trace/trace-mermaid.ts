import type { NodeId } from '../contract.ts'
import { callsOf, callText } from './calls-of.ts'
import { describeFaultEnd } from './describe-fault.ts'
import { eventText } from './event-text.ts'
import { focusOf } from './focus-of.ts'
import type { Focus } from './focus-of.ts'
import { isReserved, mermaidLines, mermaidText } from './mermaid-text.ts'
import { messagesOf } from './messages-of.ts'
import type { Message } from './messages-of.ts'
import { nameText, shortened } from './printable.ts'
import { selectMessages } from './select-messages.ts'
import { describeSpell, spellsOf } from './spells-of.ts'
import { headlineOf } from './story-of.ts'
import { timeText } from './time-text.ts'
import type { Trace, TraceEvent } from './trace.ts'
import { isSaidByFault, TURNS } from './turns.ts'

const MOST_NOTES = 25
const LONGEST_LABEL = 60
const NOTE_COLUMNS = 28
const WIDE_NOTE_COLUMNS = 60

export interface MermaidOptions {
  /** The most messages that are drawn; default 25. */
  readonly messages?: number
}

/**
 * A run as a Mermaid `sequenceDiagram`: a message stands where it arrived, a lost one is `--x`, all
 * else is a note. Of a long run it shows what led to the first finding and says how much is left out.
 */
export function traceMermaid(trace: Trace, { messages: most = 25 }: MermaidOptions = {}): string {
  const focus = focusOf(trace)
  const names = namesOf(trace)
  const all = messagesOf(trace)
  const chosen = selectMessages(all, focus, most)
  const rows = rowsOf(trace, focus, new Map(chosen.map((each) => [each.message, each])))
  const notes = rows.filter(({ kind }) => kind === 'note')
  const dropped = new Set(notes.slice(0, Math.max(0, notes.length - MOST_NOTES)))
  const drawn = rows.filter((row) => !dropped.has(row))
  const left = leftOut(all.length - chosen.length, dropped.size)
  const lines = [
    ...(left === undefined ? [] : [note(left, null)]),
    ...drawn,
    ...(focus.finding === undefined ? [] : [findingNote(focus.finding)]),
  ].flatMap((row) => rowLine(row, names))
  const people = [...names].map(([id, name]) => participant(id, name))
  return `${['sequenceDiagram', ...described(trace), ...people, ...lines].join('\n  ')}\n`
}

function described(trace: Trace): readonly string[] {
  const title = mermaidText(`${trace.world}, seed ${trace.seed}`)
  return [`accTitle: ${title}`, `accDescr: ${mermaidText(headlineOf(trace))}`]
}

/** What a node is called in the diagram: its own name where Mermaid can read it. */
function namesOf({ nodes }: Trace): ReadonlyMap<NodeId, string> {
  return new Map(nodes.map(({ id }, index) => [id, isPlain(id) ? id : `node${index}`]))
}

/** Names as short as in our worlds; `node3` stands for one that is not. */
function isPlain(id: NodeId): boolean {
  return /^[a-z]\w{0,15}$/i.test(id) && !/^node\d+$/i.test(id) && !isReserved(id)
}

function participant(id: NodeId, name: string): string {
  if (id === name) return `participant ${name}`
  return `participant ${name} as ${mermaidText(shortened(nameText(id), LONGEST_LABEL))}`
}

type Row =
  | { readonly kind: 'message'; readonly message: Message }
  /** Over all of the diagram where no node is named. */
  | { readonly kind: 'note'; readonly text: string; readonly node: NodeId | null }

function note(text: string, node: NodeId | null): Row {
  return { kind: 'note', text, node }
}

function leftOut(messages: number, notes: number): string | undefined {
  const parts = [counted(messages, 'message'), counted(notes, 'note')].filter((each) => each !== '')
  return parts.length === 0 ? undefined : `left out: ${parts.join(', ')}`
}

function counted(count: number, thing: string): string {
  return count === 0 ? '' : `${count} ${thing}${count === 1 ? '' : 's'}`
}

function findingNote({ at, rule, text }: Trace['findings'][number]): Row {
  return note(`${timeText(at)}, broken: ${rule} → ${text}`, null)
}

function rowsOf(trace: Trace, focus: Focus, chosen: ReadonlyMap<number, Message>): readonly Row[] {
  const notes = noteWriter(trace, focus)
  return trace.events.flatMap((event, index) => {
    if (event.at > focus.until) return []
    if (event.kind === 'send' || event.kind === 'deliver' || event.kind === 'lose') {
      const message = chosen.get(event.message)
      const isHere = message !== undefined && (event.kind !== 'send' || message.end === null)
      return isHere ? [{ kind: 'message', message }] : []
    }
    if (isSaidByFault(event, trace.events[index - 1])) return []
    return notes(event)
  })
}

function noteWriter(trace: Trace, focus: Focus): (event: TraceEvent) => readonly Row[] {
  const calls = new Map(callsOf(trace).map((call) => [call.operation, call]))
  const spells = new Map(spellsOf(trace).map((spell) => [spell.fault, spell]))
  return (event) => {
    switch (event.kind) {
      case 'crash':
      case 'restart':
      case 'pause':
      case 'resume':
        return [note(`${timeText(event.at)} ${TURNS[event.kind]}`, event.node)]
      case 'fault': {
        const spell = spells.get(event.fault)
        return spell === undefined ? [] : [note(describeSpell(spell), null)]
      }
      case 'fault-ends': {
        const spell = event.at === trace.healedAt ? undefined : spells.get(event.fault)
        const words = spell === undefined ? undefined : describeFaultEnd(spell.what)
        return words === undefined ? [] : [note(`${timeText(event.at)} ${words}`, null)]
      }
      case 'heal':
        return [note(`${timeText(event.at)} all faults end`, null)]
      case 'emit':
        if (!focus.isAboutEvent(event)) return []
        return [note(`${timeText(event.at)} ${eventText(event.event, event.data)}`, event.node)]
      case 'invoke':
      case 'return': {
        const call = calls.get(event.operation)
        if (call === undefined || !focus.isAboutCall(call)) return []
        const text = event.kind === 'invoke' ? `calls ${call.text}` : callText(call)
        return [note(`${timeText(event.at)} ${text}`, call.client)]
      }
      case 'send':
      case 'deliver':
      case 'lose':
      case 'timer':
      case 'start':
      case 'links':
        break
    }
    return []
  }
}

function rowLine(row: Row, names: ReadonlyMap<NodeId, string>): readonly string[] {
  if (row.kind === 'message') return messageLine(row.message, names)
  if (row.node === null) {
    const all = [...names.values()]
    const ends = [...new Set([...all.slice(0, 1), ...all.slice(-1)])]
    if (ends.length === 0) return []
    return [`Note over ${ends.join(',')}: ${mermaidLines(row.text, WIDE_NOTE_COLUMNS)}`]
  }
  const name = names.get(row.node)
  return name === undefined ? [] : [`Note over ${name}: ${mermaidLines(row.text, NOTE_COLUMNS)}`]
}

function messageLine(message: Message, names: ReadonlyMap<NodeId, string>): readonly string[] {
  const from = names.get(message.from)
  const to = names.get(message.to)
  if (from === undefined || to === undefined) return []
  const label = shortened(message.label, LONGEST_LABEL)
  const { end } = message
  if (end === null) return [`${from}-)${to}: ${mermaidText(`${label} (under way)`)}`]
  return end.lost === null
    ? [`${from}->>${to}: ${mermaidText(label)}`]
    : [`${from}--x${to}: ${mermaidText(`${label} (${end.lost})`)}`]
}
