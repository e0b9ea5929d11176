import type { Call, Client, Env, NodeId, Outcome } from '@five-pillars/simulator'

import type { ReplMsg } from './src/replicated-store.ts'

/** What replicas say to each other, and what those outside say to them. */
export type WorldMsg =
  | ReplMsg
  | { readonly t: 'Put'; readonly id: string; readonly key: string; readonly value: string }
  | { readonly t: 'Promote'; readonly id: string; readonly epoch: number }
  /** It was acknowledged, or somebody leads now. */
  | { readonly t: 'Done'; readonly id: string; readonly text: string }

/** Somebody outside: it does not know who leads, and so it asks everybody at once. */
export function atOnce(
  env: Env<WorldMsg>,
  servers: readonly NodeId[],
  quietMs: number,
): Client<WorldMsg> {
  let calls = 0
  let open: { readonly id: string; readonly done: (outcome: Outcome) => void } | undefined
  return {
    start() {},
    onTimer() {},
    onMessage(_from, msg) {
      if (msg.t !== 'Done' || msg.id !== open?.id) return
      open.done({ kind: 'ok', output: msg.text })
      open = undefined
    },
    perform({ key, input }: Call, done) {
      if (env.now() > quietMs) return done({ kind: 'fail', reason: 'nobody calls any more' })
      const id = `${env.id}-${++calls}`
      open = { id, done }
      if (isPromotion(input)) {
        const server = servers[Math.floor(input.place * servers.length)]
        if (server !== undefined) env.send(server, { t: 'Promote', id, epoch: input.epoch })
      } else if (isPut(input)) {
        for (const server of servers) env.send(server, { t: 'Put', id, key, value: input.value })
      } else {
        done({ kind: 'ok', output: undefined })
      }
    },
  }
}

function isPromotion(input: unknown): input is { readonly epoch: number; readonly place: number } {
  return typeof input === 'object' && input !== null && 'epoch' in input && 'place' in input
}

function isPut(input: unknown): input is { readonly value: string } {
  return typeof input === 'object' && input !== null && 'value' in input
}
