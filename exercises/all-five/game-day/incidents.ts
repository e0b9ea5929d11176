import type { Fault, NodeId } from '@five-pillars/simulator'

import { GATEWAY, MONITOR, zoneOf } from './shop/places.ts'
import type { Zone } from './shop/places.ts'

/** Each incident has so much of the day. */
export const INCIDENT_MS = 100_000

/** From so many milliseconds after its begin, an incident brings so many times the usual load. */
interface Step {
  readonly fromMs: number
  readonly load: number
}

export type IncidentId = 'slow-worker' | 'crash' | 'rush' | 'partition' | 'blind-peak' | 'return'

/** What strikes the shop, and when: all times count from the begin of the incident. */
export interface Incident {
  readonly id: IncidentId
  readonly title: string
  readonly load: readonly Step[]
  /** Nobody knows how busy the workers are. */
  readonly blindMs?: readonly [number, number]
  faults(place: Place): readonly Fault[]
  /** By then the shop has had the time to arrange itself: hardly anybody should feel it any more. */
  readonly settledMs?: readonly [number, number]
}

/** What a seed has drawn for an incident. */
interface Place {
  /** When it strikes, where that is drawn. */
  readonly at: number
  /** One of them. */
  readonly replica: NodeId
  readonly workers: readonly NodeId[]
  readonly replicas: readonly NodeId[]
}

/** The day, in its order. */
export const incidents: readonly Incident[] = [
  {
    id: 'slow-worker',
    title: 'One slow worker',
    load: [
      { fromMs: 0, load: 2.2 },
      { fromMs: 75_000, load: 1 },
    ],
    faults: ({ at }) => [{ kind: 'clock-rate', at, for: 50_000, node: 'w1', rate: 0.12 }],
  },
  {
    id: 'crash',
    title: 'A replica crashes',
    load: [{ fromMs: 0, load: 1.5 }],
    faults: ({ at, replica }) => [{ kind: 'crash', at, for: 50_000, node: replica }],
  },
  {
    id: 'rush',
    title: 'Load × 4',
    load: [
      { fromMs: 0, load: 1 },
      { fromMs: 15_000, load: 4 },
      { fromMs: 65_000, load: 1 },
    ],
    faults: () => [],
  },
  {
    id: 'partition',
    title: 'A zone is cut off',
    load: [
      { fromMs: 0, load: 2.5 },
      { fromMs: 6000, load: 3.5 },
      { fromMs: 14_000, load: 4.5 },
      { fromMs: 28_000, load: 4.1 },
      { fromMs: 50_000, load: 4.7 },
    ],
    faults: ({ at, workers, replicas }) => [
      cutOff('z', [...workers, ...replicas], { at: at + 17_000, for: 50_000 }),
    ],
    settledMs: [60_000, 94_000],
  },
  {
    id: 'blind-peak',
    title: 'No monitoring at a peak',
    load: [
      { fromMs: 0, load: 2.5 },
      { fromMs: 4000, load: 3.5 },
      { fromMs: 9000, load: 4.5 },
      { fromMs: 15_000, load: 5.2 },
      { fromMs: 95_000, load: 1 },
    ],
    blindMs: [27_000, 95_000],
    faults: () => [{ kind: 'isolate', at: 35_000, for: 15_000, node: MONITOR }],
  },
  {
    id: 'return',
    title: 'All returns at once',
    load: [
      { fromMs: 0, load: 3.5 },
      { fromMs: 8000, load: 5 },
      { fromMs: 25_000, load: 3 },
      { fromMs: 45_000, load: 1.2 },
      { fromMs: 66_000, load: 5.4 },
      { fromMs: 88_000, load: 1 },
    ],
    blindMs: [25_000, 45_000],
    faults: ({ workers, replicas }) => {
      const span = { at: 25_000, for: 20_000 }
      return [cutOff('z', [...workers, ...replicas], span), { kind: 'crash', ...span, node: 'c2x' }]
    },
    settledMs: [66_000, 76_000],
  },
]

/** Nothing passes between the zone and the rest of the world. */
function cutOff(zone: Zone, ids: readonly NodeId[], span: { at: number; for: number }): Fault {
  const inside = ids.filter((id) => zoneOf(id) === zone)
  const outside = ids.filter((id) => zoneOf(id) !== zone)
  return { kind: 'partition', ...span, groups: [[GATEWAY, MONITOR, ...outside], inside] }
}
