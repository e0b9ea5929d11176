import type { Env, Node, NodeId } from '@five-pillars/simulator'

/** Says which of two values is newer: the larger counter; of equal ones the larger client id. */
export interface Timestamp {
  readonly counter: number
  /** The client that wrote; ids compare with `<`. */
  readonly client: NodeId
}

/** Clients send `Get` and `Put`, replicas answer with `Value` and `Ack`. */
export type RegMsg =
  /** What do you hold? */
  | { readonly t: 'Get'; readonly id: number }
  /** This, since then. The answer to the `Get` with this id. */
  | {
      readonly t: 'Value'
      readonly id: number
      readonly ts: Timestamp
      readonly value: string | null
    }
  /** Hold this, unless you hold something newer. */
  | {
      readonly t: 'Put'
      readonly id: number
      readonly ts: Timestamp
      readonly value: string | null
    }
  /** I hold that or something newer. The answer to the `Put` with this id. */
  | { readonly t: 'Ack'; readonly id: number }

/** One of those who call: it asks the replicas, and holds nothing itself. */
export interface RegisterClient extends Node<RegMsg> {
  /** The value of the register; null before the first write. */
  read(): Promise<string | null>
  /** Resolves once every later read will see this value or a newer one. */
  write(value: string): Promise<void>
}

/** A replica may read its disk at once or in `start`, which is called once on each object. */
// TODO: part 1. Hold one value, and know it again after a crash.
export function createReplica(_env: Env<RegMsg>): Node<RegMsg> {
  throw new Error('createReplica is not written yet: start at part 1 in src/abd-register.ts')
}

// TODO: part 2. Read and write by asking a majority of the replicas.
export function createClient(
  _env: Env<RegMsg>,
  _options: { replicas: readonly NodeId[] },
): RegisterClient {
  throw new Error('createClient is not written yet: it is part 2')
}
