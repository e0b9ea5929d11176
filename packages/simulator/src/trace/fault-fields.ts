import type { FaultKind } from '../faults/fault.ts'
import { aCount, aNumber, aText, aTime, either, listOf, objectOf, oneOf } from './check-fields.ts'
import type { Fields } from './check-fields.ts'

const target = either(aText, objectOf({ last: aText }))
const lasting = { at: aTime, for: aTime } as const
const ofMessage = {
  from: aText,
  to: aText,
  nth: aCount,
  'copy?': oneOf(true),
  afterMs: aTime,
} as const
const onNode = { ...lasting, node: target } as const

/** The fields of each kind of fault. */
export const FAULT_FIELDS: Readonly<Record<FaultKind, Fields>> = {
  crash: { ...onNode, 'disk?': oneOf('unsynced', 'torn') },
  pause: onNode,
  partition: { ...lasting, groups: listOf(listOf(aText)) },
  isolate: onNode,
  cut: { ...lasting, from: target, to: target },
  ring: lasting,
  swizzle: { ...lasting, nodes: listOf(aText) },
  slow: { ...onNode, extraMs: aNumber },
  loss: { ...lasting, share: aNumber },
  duplicate: { ...lasting, share: aNumber },
  'clock-jump': { at: aTime, node: target, byMs: aNumber },
  'clock-rate': { ...onNode, rate: aNumber },
  'disk-full': onNode,
  'lose-message': ofMessage,
  'delay-message': { ...ofMessage, byMs: aTime },
  strike: {
    act: oneOf('crash', 'pause', 'isolate'),
    rule: aText,
    node: aText,
    nth: aCount,
    for: aTime,
  },
}
