import {
  aCount,
  anything,
  aNumber,
  aText,
  aTime,
  either,
  kindOf,
  listOf,
  objectOf,
  oneOf,
  tupleOf,
} from './check-fields.ts'
import type { Fields } from './check-fields.ts'
import { FAULT_FIELDS } from './fault-fields.ts'
import type { Trace, TraceEvent } from './trace.ts'

const ofNode = { at: aTime, node: aText } as const

const EVENT_FIELDS: Readonly<Record<TraceEvent['kind'], Fields>> = {
  send: {
    at: aTime,
    message: aCount,
    from: aText,
    to: aText,
    label: aText,
    'duplicate?': oneOf(true),
  },
  deliver: { at: aTime, message: aCount },
  lose: {
    at: aTime,
    message: aCount,
    why: oneOf('lost', 'cut', 'down'),
    'dueAt?': aTime,
  },
  timer: { ...ofNode, name: aText },
  emit: { ...ofNode, event: aText, 'data?': anything },
  start: ofNode,
  crash: ofNode,
  restart: ofNode,
  pause: ofNode,
  resume: ofNode,
  fault: { at: aTime, fault: aCount, what: kindOf(FAULT_FIELDS), 'node?': aText },
  'fault-ends': { at: aTime, fault: aCount },
  heal: { at: aTime },
  links: { at: aTime, cut: listOf(tupleOf(aText, aText)) },
  invoke: { at: aTime, operation: aCount, client: aText, key: aText, text: aText },
  return: { at: aTime, operation: aCount, outcome: oneOf('ok', 'fail', 'info'), text: aText },
}

const checkTrace = objectOf({
  version: oneOf(1),
  world: aText,
  kit: aText,
  seed: aNumber,
  nodes: listOf(objectOf({ id: aText, role: oneOf('server', 'client') })),
  endMs: aTime,
  healedAt: either(aTime, oneOf(null)),
  events: listOf(kindOf(EVENT_FIELDS)),
  findings: listOf(
    objectOf({
      at: aTime,
      kind: aText,
      rule: aText,
      text: aText,
      'node?': aText,
      'during?': aText,
    }),
  ),
  hash: aText,
  show: objectOf({ 'leader?': aText, 'follower?': aText, 'gauges?': listOf(aText) }),
})

/**
 * Reads a trace from a JSON value.
 *
 * @throws TypeError that names the first wrong field, such as `trace.events[3].from`.
 */
export function parseTrace(value: unknown): Trace {
  assertTrace(value)
  return value
}

/** As {@link parseTrace}, for a value that is in a variable already. */
export function assertTrace(value: unknown): asserts value is Trace {
  assertShape(value)
  let before = 0
  for (const [index, { at }] of value.events.entries()) {
    if (at < before) {
      throw new TypeError(
        `Not a trace: trace.events[${index}].at is ${at}, after one at ${before}.`,
      )
    }
    before = at
  }
}

function assertShape(value: unknown): asserts value is Trace {
  const complaint = checkTrace(value, 'trace')
  if (complaint !== undefined) throw new TypeError(`Not a trace: ${complaint}.`)
}
