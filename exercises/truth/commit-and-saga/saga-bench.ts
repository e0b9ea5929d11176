import type { NodeId, SmallDisk } from '@five-pillars/simulator'

import { Bench, later } from './bench.ts'
import type { Sent } from './bench.ts'
import type { Saga, SagaMsg, Step } from './src/commit-and-saga.ts'
import type { Subject } from './subject.ts'
import { name } from './words.ts'

/** So often promises are given a chance to go on: a chain of `await`s is no longer than this. */
const HOPS = 64

/** A call that a machine has made. */
export interface Made {
  readonly what: 'run' | 'compensate'
  readonly step: NodeId
  readonly saga: string
}

interface Open extends Made {
  readonly resolve: (isDone: boolean) => void
}

const EFFECTS = 'effects'

/** One machine of a saga, alone: what its calls come to, and what others say, the caller decides. */
export class SagaBench extends Bench<SagaMsg, Saga> {
  /** All calls that it has made, in all its lives. */
  readonly made: Made[]
  readonly #lives: { open: Open[]; disk: SmallDisk }[]

  private constructor(subject: Subject, id: NodeId, names: readonly NodeId[]) {
    const made: Made[] = []
    const lives: { open: Open[]; disk: SmallDisk }[] = []
    super({
      id,
      peers: names.filter((each) => each !== id),
      make: (env, disk) => {
        const open: Open[] = []
        lives.push({ open, disk })
        return subject.createSaga(env, stepsOf(names, made, open))
      },
    })
    this.made = made
    this.#lives = lives
  }

  /** @param names the steps, in their order; the machine does the one with its name, if any */
  static async create(
    subject: Subject,
    id: NodeId,
    names: readonly NodeId[] = ['seat', 'card', 'mail'],
  ): Promise<SagaBench> {
    const bench = new SagaBench(subject, id, names)
    await bench.#step(undefined, (node) => node.start(), 'as it starts')
    return bench
  }

  /** How many calls are open now. */
  get open(): number {
    return this.#lives.at(-1)?.open.length ?? 0
  }

  /** Lets a message arrive; returns what is sent at once. */
  receive(from: NodeId, msg: SagaMsg): Promise<readonly Sent<SagaMsg>[]> {
    return this.#step(this.arrives(from, msg), (node) => node.onMessage(from, msg))
  }

  start(saga: string): Promise<readonly Sent<SagaMsg>[]> {
    return this.#step(`${name(this.id)}: start ${name(saga)}`, (node) => node.start(saga))
  }

  /** The open call comes to its end; returns what is sent at once. */
  async finish(isDone: boolean): Promise<readonly Sent<SagaMsg>[]> {
    const life = this.#lives.at(-1)
    const call = life?.open.shift()
    if (life === undefined || call === undefined) return []
    const text = `${call.what} of ${name(call.saga)} ${isDone ? 'is done' : 'came to nothing'}`
    return this.#step(`${name(this.id)}: ${text}`, () => {
      const effect = `${call.what} ${call.saga}`
      if (isDone) life.disk.put(EFFECTS, [...effectsOn(life.disk), effect])
      call.resolve(isDone)
    })
  }

  /** Lets time pass until a moment; returns what was sent meanwhile. */
  async passTo(at: number): Promise<readonly Sent<SagaMsg>[]> {
    const before = this.sent.length
    for (let next = this.next; next !== undefined && next[1] <= at; next = this.next) {
      const due = next
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await this.#step(undefined, () => this.fire(due), later(due[1] - this.now))
    }
    this.waitTo(at)
    return this.sent.slice(before)
  }

  /** The power goes, and the machine starts again from what is left on its disk. */
  restart(disk: ReadonlyMap<string, unknown> = this.synced): Promise<readonly Sent<SagaMsg>[]> {
    this.reboot(disk)
    return this.#step(undefined, (node) => node.start(), 'as it starts')
  }

  /** What a crash in this moment, or another disk, has of what its calls have done. */
  effects(disk: ReadonlyMap<string, unknown> = this.synced): readonly string[] {
    return effectsOn(disk)
  }

  async #step(
    cause: string | undefined,
    act: (node: Saga) => unknown,
    unlessSilent?: string,
  ): Promise<readonly Sent<SagaMsg>[]> {
    const [sent, events, calls] = [this.sent.length, this.events.length, this.made.length]
    let result: unknown
    this.act((node) => void (result = act(node)))
    // A handler may go on with promises; what it throws there is thrown here.
    await Promise.race([result, settled()])
    await settled()
    const isSilent = this.sent.length === sent && this.events.length === events
    this.told(cause ?? (isSilent ? undefined : unlessSilent), sent, events)
    for (const { what, saga } of this.made.slice(calls)) {
      this.conversation.tell(`${name(this.id)} calls ${what} of ${name(saga)}`)
    }
    if (this.isDown) await this.restart()
    return this.sent.slice(sent)
  }
}

function stepsOf(names: readonly NodeId[], made: Made[], open: Open[]): Step[] {
  return names.map((step) => {
    const begin = (what: Made['what'], saga: string): Promise<boolean> => {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      made.push({ what, step, saga })
      open.push({ what, step, saga, resolve })
      return promise
    }
    return {
      name: step,
      run: (saga) => begin('run', saga),
      compensate: (saga) => begin('compensate', saga),
    }
  })
}

function effectsOn(disk: Pick<ReadonlyMap<string, unknown>, 'get'>): readonly string[] {
  const list = disk.get(EFFECTS)
  return Array.isArray(list) ? list.map((each) => String(each)) : []
}

/** Lets promises go on, and nothing else. */
async function settled(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop++) await Promise.resolve()
}
