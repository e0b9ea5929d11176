import { refOf, refsIn, valueOf, withoutNumbers } from '../../../replay/coded.ts'
import type { Ask, Coded, Outcome, Place, Step } from '../../../replay/recorded-calls.ts'
import type { Called, PlayedLine } from '../../../replay/replayed.ts'
import { CallWords } from './call-words.ts'
import { Coder, Unrecordable } from './coder.ts'
import type { StandsFor } from './coder.ts'
import { Decoder } from './decoder.ts'

/** So often promises are given a chance to go on where they did. */
const HOPS = 12

/** What comes of a call now. */
interface Came {
  readonly how: 'gave' | 'threw'
  readonly value: unknown
}

/** Makes recorded calls again, and tells what comes of them now. */
export class Player {
  readonly #exports: Readonly<Record<PropertyKey, unknown>>
  readonly #standsFor: StandsFor
  readonly #decoder = new Decoder((of, args) => this.#answer(of, args))
  readonly #words = new CallWords((number) => this.#decoder.nameOf(number))
  /** What functions that the submission was given said, in the order of that time. */
  readonly #answers = new Map<number, Ask[]>()
  readonly #last = new Map<number, Ask>()
  readonly #lines: PlayedLine[] = []
  /** What the submission asks in the step of now. */
  #asked: Ask[] = []
  #depth = 0
  /** Calls on what is not there any more. */
  #left = 0

  constructor(
    exports: Readonly<Record<PropertyKey, unknown>>,
    standsFor: StandsFor,
    steps: readonly Step[],
  ) {
    this.#exports = exports
    this.#standsFor = standsFor
    this.#collect(steps)
  }

  async play(steps: readonly Step[]): Promise<Called> {
    for (const step of steps) {
      if (!this.#canDo(step)) this.#left += 1
      else if (step.do === 'settled') await this.#settle(step)
      else if (step.do === 'answered') this.#settleGiven(step)
      else if (step.do === 'meanwhile') await this.#wait(step)
      else {
        if (step.later === true) await goOn()
        this.#make(step)
      }
    }
    return { lines: this.#lines, left: this.#left }
  }

  #canDo({ at, do: how }: Step): boolean {
    if (typeof at === 'string' || how === 'answered') return true
    return this.#decoder.ref(refOf(at)) !== undefined
  }

  #collect(steps: readonly Step[]): void {
    for (const ask of steps.flatMap(({ asks = [] }) => asks)) {
      const answers = this.#answers.get(ask.of) ?? []
      answers.push(ask)
      this.#answers.set(ask.of, answers)
      this.#collect(ask.steps ?? [])
    }
  }

  /** What it said then; whoever asks more often now hears the last answer again. */
  #answer(of: number, args: readonly unknown[]): unknown {
    const next = this.#answers.get(of)?.shift()
    const ask = next ?? this.#last.get(of)
    const coded = args.map((arg) => this.#code(arg))
    this.#asked.push({ of, args: coded, outcome: ask?.outcome ?? { gave: ['u'] } })
    if (ask === undefined) return undefined
    this.#last.set(of, ask)
    this.#meet(ask, args)
    if (next !== undefined) this.#makeWithin(next.steps ?? [])
    const value = this.#decoder.value(valueOf(ask.outcome))
    if ('threw' in ask.outcome) throw value
    return value
  }

  /** What the submission hands over may be called later: a callback of a timer, a listener. */
  #meet(ask: Ask, args: readonly unknown[]): void {
    for (const [index, part] of (ask.args ?? []).entries()) {
      this.#decoder.bind(part, args[index])
      for (const number of refsIn(part)) this.#words.callIt(number, 'callback')
    }
    for (const number of refsIn(valueOf(ask.outcome))) this.#words.callAfter(number, ask)
  }

  #makeWithin(steps: readonly Step[]): void {
    this.#depth += 1
    for (const step of steps) {
      if (this.#canDo(step)) this.#make(step)
      else this.#left += 1
    }
    this.#depth -= 1
  }

  #make(step: Step): void {
    const before = this.#asked
    this.#asked = []
    const place = this.#lines.length
    // What is called meanwhile stands below it.
    this.#lines.push({ text: '', was: null, depth: this.#depth })
    let came: Came
    try {
      came = { how: 'gave', value: this.#do(step) }
    } catch (error) {
      came = { how: 'threw', value: error }
    }
    const line = this.#compare(this.#words.step(step), step.outcome, came)
    this.#lines[place] = { ...line, depth: this.#depth, ...this.#askedIn(step) }
    this.#asked = before
  }

  #do({ do: how, at, args = [] }: Step): unknown {
    const values = args.map((arg) => this.#decoder.value(arg))
    const { owner, key } = this.#find(at)
    if (how === 'set') return Reflect.set(owner, key, values[0])
    const found: unknown = Reflect.get(owner, key)
    if (how === 'get') return found
    if (typeof found !== 'function') throw new TypeError(`${this.#words.place(at)} is no function`)
    return how === 'new' ? Reflect.construct(found, values) : Reflect.apply(found, owner, values)
  }

  #find(at: Place): { owner: object; key: PropertyKey } {
    if (typeof at === 'string') return { owner: this.#exports, key: at }
    const of = this.#decoder.ref(refOf(at))
    if (typeof at === 'number') return { owner: { of }, key: 'of' }
    if ((typeof of !== 'object' && typeof of !== 'function') || of === null) {
      throw new TypeError(`${this.#words.nameOf(at.of)} is not there`)
    }
    return { owner: of, key: typeof at.key === 'string' ? at.key : symbolOf(at.key[1]) }
  }

  async #settle({ at, outcome }: Step): Promise<void> {
    let came: Came | undefined
    void Promise.resolve(typeof at === 'number' ? this.#decoder.ref(at) : undefined).then(
      (value) => (came = { how: 'gave', value }),
      (value: unknown) => (came = { how: 'threw', value }),
    )
    await goOn()
    const promise = this.#words.place(at)
    const line =
      came === undefined
        ? { text: `${promise} is still waiting`, was: this.#words.came(outcome) }
        : this.#compare(`${promise} settles`, outcome, came)
    this.#lines.push({ ...line, depth: 0 })
  }

  /** The suite settles a promise that it gave. */
  #settleGiven({ at, outcome }: Step): void {
    if (typeof at !== 'number') return
    this.#decoder.settle(at, outcome)
    const text = this.#words.outcome(`${this.#words.nameOf(at)} settles`, outcome)
    this.#lines.push({ text, was: null, depth: 0 })
  }

  /** What the submission does by itself while promises go on. */
  async #wait(step: Step): Promise<void> {
    await goOn()
    const text = 'while promises go on'
    this.#lines.push({ text, was: null, depth: 0, ...this.#askedIn(step) })
    this.#asked = []
  }

  #askedIn({ asks = [] }: Step): Pick<PlayedLine, 'asked' | 'askedThen'> {
    const isSame = textOf(this.#asked) === textOf(asks)
    const then = asks.map((ask) => this.#words.ask(ask))
    // The numbers of then have names; those of now are given anew.
    const now = isSame ? then : this.#asked.map((ask) => this.#words.ask(ask))
    return {
      ...(now.length === 0 ? {} : { asked: now }),
      ...(isSame ? {} : { askedThen: then }),
    }
  }

  /** A line of what came of a call now, beside what came of it then. */
  #compare(call: string, outcome: Outcome, { how, value }: Came): Omit<PlayedLine, 'depth'> {
    const coded = this.#code(value)
    if ('gave' in outcome && how === 'gave') this.#decoder.bind(outcome.gave, value)
    const isSame = how in outcome && withoutNumbers(valueOf(outcome)) === withoutNumbers(coded)
    if (isSame) return { text: this.#words.outcome(call, outcome), was: null }
    const now: Outcome = how === 'gave' ? { gave: coded } : { threw: coded }
    return { text: this.#words.outcome(call, now), was: this.#words.came(outcome) }
  }

  /** A value of now, with numbers that are not those of then. */
  #code(value: unknown): Coded {
    try {
      return new Coder(this.#standsFor, UNNAMED).code(value)
    } catch (error) {
      if (!(error instanceof Unrecordable)) throw error
      return ['f', UNNAMED, 'something that has no text']
    }
  }
}

/** So far no recording counts: what is met only now has no name. */
const UNNAMED = 1_000_000

async function goOn(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop += 1) await Promise.resolve()
}

function symbolOf(name: string): symbol {
  const symbol: unknown = Reflect.get(Symbol, name)
  return typeof symbol === 'symbol' ? symbol : Symbol(name)
}

function textOf(asks: readonly Ask[]): string {
  return asks.map(({ of, args = [] }) => `${of} ${args.map(withoutNumbers).join()}`).join('\n')
}
