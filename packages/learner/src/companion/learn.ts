import { createRunner } from '../check/create-runner.ts'
import type { Screen } from '../format/style.ts'
import { choosePath } from '../progress/note.ts'
import { readProgress } from '../progress/read-progress.ts'
import { standing } from '../progress/standing.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { dayPace } from '../room/follow.ts'
import { RoomConnection } from '../room/connection.ts'
import { actInRoom } from './act-in-room.ts'
import { act } from './act.ts'
import type { Tools } from './act.ts'
import { askedOf, pathAsked } from './choices.ts'
import type { Face } from './face.ts'
import { open, step } from './step.ts'
import type { Effect, Event, State, Step } from './state.ts'
import { troubleOf } from './trouble-of.ts'
import { POLLING_EVERY_MS, tellsOfChanges, watchFile } from './watch-file.ts'
import type { Watch } from './watch-file.ts'

export interface LearnOptions extends Omit<Tools, 'runner' | 'screen'> {
  readonly face: Face
  readonly screen: () => Screen
  /** Id of a learning path to follow from now on. */
  readonly path?: string | undefined
  /** Looks at intervals from the beginning; default: where the disk does not tell of changes. */
  readonly isPolling?: boolean | undefined
  /** Ends the day from outside. */
  readonly signal: AbortSignal
}

const LAST_WORDS = ['All that was checked is kept.', 'Go on with: npx five-pillars learn'] as const

/**
 * The learner's day at one screen, until a key or a signal ends it.
 *
 * @throws LearnerError `unknown-path`
 */
export async function learn(options: LearnOptions): Promise<void> {
  let lastWords: readonly string[] = []
  try {
    const start = await begin(options)
    if (!options.signal.aborted) await follow(start, options)
    lastWords = LAST_WORDS
  } finally {
    options.face.close(lastWords)
  }
}

async function follow(start: Step, options: LearnOptions): Promise<void> {
  const runner = createRunner(options.kit, { isWarm: true })
  try {
    await new Companion({ ...options, runner }).run(start)
  } finally {
    runner.close()
  }
}

async function begin({ kit, face, path, signal }: LearnOptions): Promise<Step> {
  const { progress: known, keptAside } = await readProgress(kit)
  const isFirst = known.current === null && known.path === null
  const chosen = path ?? (isFirst ? await Promise.race([face.ask(pathAsked), ended(signal)]) : null)
  const isChosen = chosen !== null && chosen !== ''
  const progress = isChosen ? await choosePath(kit, chosen) : known
  const { slug } = standing(progress).current
  const note =
    keptAside === null
      ? null
      : `progress.json could not be read: it is kept as ${keptAside}, and rebuilt.`
  return open(
    {
      slug,
      progress,
      last: null,
      trouble: null,
      running: null,
      isDue: false,
      view: { kind: 'verdict' },
      top: null,
      isReading: false,
      note,
      question: null,
      room: null,
      isOver: false,
    },
    slug,
  )
}

/** Null when the day is ended before it began. */
function ended(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}

/** Holds the one state: events come in one by one, and what they ask for is done. */
class Companion {
  readonly #tools: Tools & LearnOptions
  readonly #ended = Promise.withResolvers<void>()
  #state: State | undefined
  #deeds: Promise<unknown> = Promise.resolve()
  /** Everything that has begun and not ended, but what waits for a person. */
  readonly #begun = new Set<Promise<unknown>>()
  readonly #room: RoomConnection
  #watch: Promise<Watch | undefined> = Promise.resolve(undefined)
  #isPolling: boolean

  constructor(tools: Tools & LearnOptions) {
    this.#tools = tools
    this.#isPolling = tools.isPolling ?? false
    this.#room = new RoomConnection({
      kit: tools.kit,
      on: (sign) => this.#take({ kind: 'room', sign }),
      say: (note) => this.#take({ kind: 'told', note }),
      pace: dayPace,
    })
  }

  async run(start: Step): Promise<void> {
    const { face, signal } = this.#tools
    const quit = (): void => this.#take({ kind: 'action', action: 'quit' })
    signal.addEventListener('abort', quit, { once: true })
    face.listen({
      on: (event) => this.#take(event),
      onEnd: quit,
      idle: () => this.#drained(),
    })
    this.#settle(start)
    if (signal.aborted) quit()
    if (!this.#isPolling) void this.#probe()
    this.#await(this.#room.open())
    await this.#ended.promise
    await this.#room.close()
    // What is being written is written to its end.
    await this.#deeds
    await (await this.#watch)?.close()
  }

  #take(event: Event): void {
    if (this.#state !== undefined) this.#settle(step(this.#state, event))
  }

  #settle({ state, effects }: Step): void {
    this.#state = state
    for (const effect of effects) this.#begin(effect)
    if (!state.isOver) this.#tools.face.show(state)
  }

  #begin(effect: Effect): void {
    const doing = this.#do(effect)
    if (effect.kind !== 'ask') this.#await(doing)
  }

  #await(doing: Promise<unknown>): void {
    const begun = doing.finally(() => this.#begun.delete(begun))
    this.#begun.add(begun)
  }

  async #do(effect: Effect): Promise<void> {
    switch (effect.kind) {
      case 'end':
        this.#ended.resolve()
        return
      case 'watch':
        return this.#watchFile(effect.slug)
      case 'ask':
        return this.#ask(effect)
      case 'check': {
        // It begins after what was asked for before it, and nothing waits for it.
        await this.#deeds
        return this.#takeIf(await act(this.#tools, effect))
      }
      case 'look-for-room':
      case 'submit':
      case 'hand':
      case 'attempt':
      case 'leave-to-show': {
        await this.#deeds
        return this.#takeIf(await actInRoom(this.#room, effect))
      }
      case 'graded':
      case 'released-hint':
      case 'given-hint':
      case 'keep':
      case 'open':
      case 'skip':
      case 'brief':
      case 'hint':
      case 'diagram':
      case 'replay':
      case 'versions':
      case 'restore':
      case 'reset':
      case 'catch-up': {
        const done = this.#deeds.then(() => act(this.#tools, effect))
        this.#deeds = done
        return this.#takeIf(await done)
      }
    }
  }

  #takeIf(event: Event | undefined): void {
    if (event !== undefined) this.#take(event)
  }

  async #ask({ question }: Extract<Effect, { kind: 'ask' }>): Promise<void> {
    if (this.#state === undefined) return
    const answer = await this.#tools.face.ask(askedOf(this.#state, question))
    this.#take({ kind: 'answered', answer })
  }

  async #watchFile(slug: string): Promise<void> {
    const before = this.#watch
    this.#watch = before.then(async (old) => {
      await old?.close()
      try {
        const { file } = await workplaceOf(this.#tools.kit, slug)
        return await watchFile(file, {
          isPolling: this.#isPolling,
          onChange: () => this.#take({ kind: 'changed', slug }),
          onTrouble: (error) => this.#poll(troubleOf(error).text),
        })
      } catch {
        // The check that follows says what is wrong, and Enter tries both again.
        return undefined
      }
    })
    await this.#watch
  }

  async #probe(): Promise<void> {
    if (await tellsOfChanges(this.#tools.kit.work)) return
    this.#poll('This disk does not tell of changes.')
  }

  /** Announced: a verdict then comes a little later. */
  #poll(why: string): void {
    if (this.#isPolling || this.#state === undefined) return
    this.#isPolling = true
    const note = `${why} Your file is looked at every ${POLLING_EVERY_MS} ms instead.`
    this.#take({ kind: 'told', note })
    this.#begin({ kind: 'watch', slug: this.#state.slug })
  }

  async #drained(): Promise<void> {
    while (this.#begun.size > 0) await Promise.allSettled(this.#begun)
  }
}
