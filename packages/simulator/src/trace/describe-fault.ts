import type { NodeId } from '../contract.ts'
import type { Fault, FaultKind, MessageFault, Target } from '../faults/fault.ts'
import { nameText } from './printable.ts'
import { durationText, rounded, timeText } from './time-text.ts'

export interface FaultWords {
  /** The node that it struck, where the fault names it by what it did. */
  readonly node?: NodeId | undefined
  /** Leaves out when it began, where that stands beside it. */
  readonly timeless?: boolean
  /** Leaves out when it began and how long it lasts, where a drawing shows both. */
  readonly brief?: boolean
}

/** One fault in words, such as `isolate the leader at 200 ms for 0.5 s`. */
export function describeFault(
  fault: Fault,
  { node, timeless = false, brief = false }: FaultWords = {},
): string {
  if (fault.kind === 'strike') {
    const moment = `right after its ${nth(fault.nth)} ${nameText(fault.rule)}`
    const strike = `${fault.act} ${nameText(fault.node)} ${moment}`
    return brief ? strike : `${strike}, for ${durationText(fault.for)}`
  }
  if (fault.kind === 'lose-message' || fault.kind === 'delay-message') {
    return ofMessage(fault, timeless || brief)
  }
  const at = timeless || brief ? '' : ` at ${timeText(fault.at)}`
  if (fault.kind === 'clock-jump') {
    return `${ofTarget(fault.node, 'clock', node)} jumps ${jump(fault.byMs)}${at}`
  }
  const torn = fault.kind === 'crash' && fault.disk === 'torn' ? ', its last write torn' : ''
  const length = brief ? '' : ` for ${durationText(fault.for)}`
  return `${lasting(fault, node)}${at}${length}${torn}`
}

/** That a fault is over; undefined where what its node does tells it, or nothing ends. */
export function describeFaultEnd(what: Fault): string | undefined {
  return ENDS[what.kind]
}

const ENDS: Readonly<Partial<Record<FaultKind, string>>> = {
  partition: 'the partition ends',
  isolate: 'the links work again',
  cut: 'the link works again',
  ring: 'the links work again',
  swizzle: 'the links work again',
  slow: 'messages are as fast as before',
  loss: 'the network is as before',
  duplicate: 'the network is as before',
  'clock-rate': 'the clock runs right again',
  'disk-full': 'the disk has room again',
}

type Lasting = Exclude<Fault, MessageFault | { readonly kind: 'clock-jump' | 'strike' }>

function lasting(fault: Lasting, node: NodeId | undefined): string {
  const { kind } = fault
  switch (fault.kind) {
    case 'crash':
    case 'pause':
    case 'isolate':
      return `${fault.kind} ${target(fault.node, node)}`
    case 'partition':
      return `partition ${fault.groups.map(list).join(' | ')}`
    case 'cut': {
      const to = typeof fault.from === 'string' ? node : undefined
      return `cut ${target(fault.from, node)} → ${target(fault.to, to)}`
    }
    case 'ring':
      return 'let servers hear only their two neighbours'
    case 'swizzle':
      return `clog the links of ${list(fault.nodes)} one by one`
    case 'slow':
      return `delay messages of ${target(fault.node, node)} by ${timeText(fault.extraMs)}`
    case 'loss':
      return `lose ${percent(fault.share)} of the messages`
    case 'duplicate':
      return `deliver ${percent(fault.share)} of the messages twice`
    case 'clock-rate':
      return `run ${ofTarget(fault.node, 'clock', node)} ${rounded(fault.rate)} times as fast`
    case 'disk-full':
      return `fill ${ofTarget(fault.node, 'disk', node)}`
  }
  // A trace of a newer kit may know faults that this one does not.
  return kind
}

/** `lose the 3rd message a → b 5 ms after it is sent`. */
function ofMessage(fault: MessageFault, isTimeless: boolean): string {
  const message = `the ${nth(fault.nth)} message ${nameText(fault.from)} → ${nameText(fault.to)}`
  const which = fault.copy === true ? `the copy of ${message}` : message
  const after =
    isTimeless || fault.afterMs === 0 ? '' : ` ${timeText(fault.afterMs)} after it is sent`
  return fault.kind === 'lose-message'
    ? `lose ${which}${after}`
    : `delay ${which} by ${timeText(fault.byMs)}${after}`
}

function target(of: Target, node: NodeId | undefined): string {
  if (typeof of === 'string') return nameText(of)
  const who = of.last === 'leader' ? 'the leader' : `the last to emit ${nameText(of.last)}`
  return node === undefined ? who : `${who} (${nameText(node)})`
}

function ofTarget(of: Target, thing: string, node: NodeId | undefined): string {
  const who = target(of, node)
  return typeof of === 'string' ? `${who}'s ${thing}` : `the ${thing} of ${who}`
}

function list(nodes: readonly NodeId[]): string {
  return nodes.length === 0 ? 'nobody' : nodes.map(nameText).join(', ')
}

function jump(byMs: number): string {
  return `${timeText(Math.abs(byMs))} ${byMs < 0 ? 'back' : 'ahead'}`
}

function percent(share: number): string {
  return `${rounded(share * 100)} %`
}

function nth(n: number): string {
  const tens = n % 100
  const ones = tens >= 11 && tens <= 13 ? 0 : n % 10
  const ending = ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'
  return `${n}${ending}`
}
