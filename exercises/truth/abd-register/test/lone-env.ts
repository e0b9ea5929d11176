import { createRng } from '@five-pillars/simulator'
import type { Env, NodeId } from '@five-pillars/simulator'

import type { RegMsg } from '../src/abd-register.ts'

/** Surroundings that only write down what is sent. Timers never go off, and time stands still. */
export function createLoneEnv(id: NodeId): {
  env: Env<RegMsg>
  sent: { to: NodeId; msg: RegMsg }[]
} {
  const sent: { to: NodeId; msg: RegMsg }[] = []
  const disk = new Map<string, unknown>()

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the contract of `Disk`
  function get<T>(key: string): T | undefined
  function get(key: string): unknown {
    return disk.get(key)
  }

  return {
    sent,
    env: {
      id,
      peers: ['a', 'b', 'c'].filter((peer) => peer !== id),
      rng: createRng(1),
      disk: { get, put: (key, value) => void disk.set(key, value), sync: () => {} },
      now: () => 0,
      send: (to, msg) => void sent.push({ to, msg }),
      setTimer: () => {},
      clearTimer: () => {},
      emit: () => {},
    },
  }
}
