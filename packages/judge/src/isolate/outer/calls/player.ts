import { refOf, refsIn, valueOf, withoutNumbers } from '../../../replay/coded.ts'
import type { Ask, Coded, Outcome, Place, Step } from '../../../replay/recorded-calls.ts'
import type { Played, PlayedLine } from '../../../replay/replayed.ts'
import { Coder } from './coder.ts'
import type { StandsFor } from './coder.ts'
import { Decoder } from './decoder.ts'
import { memberText, shown } from './shown.ts'

/** So often promises are given a chance to go on where they did. */
const HOPS = 12

/** Makes recorded calls again, and tells what comes of them now. */
export class Player {
  readonly #exports: Readonly<Record<PropertyKey, unknown>>
  readonly #standsFor: StandsFor
  readonly #decoder = new Decoder((of, args) => this.#answer(of, args))
  /** What functions that the submission was given said, in the order of that time. */
  readonly #answers = new Map<number, Ask[]>()
  readonly #last = new Map<number, Ask>()
  /** Objects of the submission and how they are called in the lines. */
  readonly #names = new Map<number, string>()
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

  async play(steps: readonly Step[]): Promise<Played> {
    for (const step of steps) {
      if (!this.#canDo(step)) {
        this.#left += 1
        continue
      }
      if (step.do === 'settled') await this.#settle(step)
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
    for (const { asks = [] } of steps) {
      for (const ask of asks) {
        const answers = this.#answers.get(ask.of) ?? []
        answers.push(ask)
        this.#answers.set(ask.of, answers)
        this.#collect(ask.steps ?? [])
      }
    }
  }

  /** What it said then; whoever asks more often now hears the last answer again. */
  #answer(of: number, args: readonly unknown[]): unknown {
    const ask = this.#answers.get(of)?.shift() ?? this.#last.get(of)
    const coder = new Coder(this.#standsFor)
    const coded = args.map((arg) => coder.code(arg))
    this.#asked.push({ of, args: coded, outcome: ask?.outcome ?? { gave: ['u'] } })
    if (ask === undefined) return undefined
    this.#meet(ask.args ?? [], args)
    for (const number of refsIn(valueOf(ask.outcome))) this.#names.set(number, this.#callText(ask))
    const isNew = this.#last.get(of) !== ask
    this.#last.set(of, ask)
    if (isNew && ask.steps !== undefined) {
      this.#depth += 1
      for (const step of ask.steps) {
        if (this.#canDo(step)) this.#make(step)
        else this.#left += 1
      }
      this.#depth -= 1
    }
    const value = this.#decoder.value(valueOf(ask.outcome))
    if ('threw' in ask.outcome) throw value
    return value
  }

  /** What the submission hands over may be called later: a callback of a timer, a listener. */
  #meet(coded: readonly Coded[], args: readonly unknown[]): void {
    for (const [index, part] of coded.entries()) {
      this.#decoder.bind(part, args[index])
      for (const number of refsIn(part)) {
        if (!this.#names.has(number)) this.#names.set(number, this.#free('callback'))
      }
    }
  }

  #make(step: Step): void {
    const before = this.#asked
    this.#asked = []
    const line = this.#lines.length
    this.#lines.push({ text: '', was: null, depth: this.#depth })
    let now: { how: 'gave' | 'threw'; value: unknown }
    try {
      now = { how: 'gave', value: this.#do(step) }
    } catch (error) {
      now = { how: 'threw', value: error }
    }
    this.#lines[line] = this.#told(step, now)
    this.#asked = before
  }

  #do({ do: how, at, args = [] }: Step): unknown {
    const values = args.map((arg) => this.#decoder.value(arg))
    const { owner, key } = this.#find(at)
    if (how === 'set') return Reflect.set(owner, key, values[0])
    const found: unknown = Reflect.get(owner, key)
    if (how === 'get') return found
    if (typeof found !== 'function') throw new TypeError(`${this.#placeText(at)} is no function`)
    return how === 'new' ? Reflect.construct(found, values) : Reflect.apply(found, owner, values)
  }

  #find(at: Place): { owner: object; key: PropertyKey } {
    if (typeof at === 'string') return { owner: this.#exports, key: at }
    const of = this.#decoder.ref(refOf(at))
    if (typeof at === 'number') return { owner: { of }, key: 'of' }
    if ((typeof of !== 'object' && typeof of !== 'function') || of === null) {
      throw new TypeError(`${this.#nameOf(at.of)} is not there`)
    }
    const key = typeof at.key === 'string' ? at.key : symbolOf(at.key[1])
    return { owner: of, key }
  }

  async #settle({ at, outcome }: Step): Promise<void> {
    const promise = typeof at === 'number' ? this.#decoder.ref(at) : undefined
    let now: { how: 'gave' | 'threw'; value: unknown } | undefined
    void Promise.resolve(promise).then(
      (value) => (now = { how: 'gave', value }),
      (value: unknown) => (now = { how: 'threw', value }),
    )
    await goOn()
    const text = `${this.#placeText(at)} settles`
    const was = outcomeText(text, outcome, (number) => this.#nameOf(number))
    if (now === undefined) {
      this.#lines.push({ text: `${this.#placeText(at)} is still waiting`, was, depth: 0 })
      return
    }
    this.#compare(text, outcome, now, 0)
  }

  #told(step: Step, now: { how: 'gave' | 'threw'; value: unknown }): PlayedLine {
    const { outcome } = step
    const names = (number: number): string => this.#nameOf(number)
    const args = (step.args ?? []).map((arg) => shown(arg, names)).join(', ')
    const place = this.#placeText(step.at)
    const text =
      step.do === 'get'
        ? place
        : step.do === 'set'
          ? `${place} = ${args}`
          : `${step.do === 'new' ? 'new ' : ''}${place}(${args})`
    const made = 'gave' in outcome ? this.#nameWhatWasMade(step, outcome.gave) : undefined
    const line = this.#lineOf(made === undefined ? text : `${made} = ${text}`, outcome, now)
    return { ...line, depth: this.#depth, ...this.#askedIn(step) }
  }

  /** What the submission does by itself while promises go on. */
  async #wait(step: Step): Promise<void> {
    await goOn()
    const text = 'while promises go on'
    this.#lines.push({ text, was: null, depth: 0, ...this.#askedIn(step) })
    this.#asked = []
  }

  #askedIn({ asks = [] }: Step): Pick<PlayedLine, 'asked' | 'askedThen'> {
    const texts = (list: readonly Ask[]): string[] => list.map((ask) => this.#askText(ask))
    const isSame = withoutNumbersOf(this.#asked) === withoutNumbersOf(asks)
    const then = texts(asks)
    const now = isSame ? then : texts(this.#asked)
    return {
      ...(now.length === 0 ? {} : { asked: now }),
      ...(isSame ? {} : { askedThen: then }),
    }
  }

  #askText(ask: Ask): string {
    return outcomeText(this.#callText(ask), ask.outcome, (number) => this.#nameOf(number))
  }

  #callText({ of, args = [] }: Ask): string {
    const given = args.map((arg) => shown(arg, (number) => this.#nameOf(number)))
    return `${this.#decoder.nameOf(of)}(${given.join(', ')})`
  }

  /** The suite settles a promise that it gave. */
  #settleGiven({ at, outcome }: Step): void {
    if (typeof at !== 'number') return
    this.#decoder.settle(at, outcome)
    const of = this.#names.get(at) ?? 'a promise'
    const text = outcomeText(`${of} settles`, outcome, (number) => this.#nameOf(number))
    this.#lines.push({ text, was: null, depth: 0 })
  }

  #compare(
    text: string,
    outcome: Outcome,
    now: { how: 'gave' | 'threw'; value: unknown },
    depth: number,
  ): void {
    this.#lines.push({ ...this.#lineOf(text, outcome, now), depth })
  }

  #lineOf(
    text: string,
    outcome: Outcome,
    { how, value }: { how: 'gave' | 'threw'; value: unknown },
  ): Omit<PlayedLine, 'depth'> {
    const coded = new Coder(this.#standsFor).code(value)
    const names = (number: number): string => this.#nameOf(number)
    const nowOutcome: Outcome = how === 'gave' ? { gave: coded } : { threw: coded }
    if ('gave' in outcome && how === 'gave') this.#decoder.bind(outcome.gave, value)
    const isSame = how in outcome && withoutNumbers(valueOf(outcome)) === withoutNumbers(coded)
    return {
      text: outcomeText(text, isSame ? outcome : nowOutcome, isSame ? names : () => 'an object'),
      was: isSame ? null : wasText(outcome, names),
    }
  }

  /** `balancer` for what `createBalancer` makes; undefined where nothing was made. */
  #nameWhatWasMade({ at }: Step, gave: Coded): string | undefined {
    if (!Array.isArray(gave) || (gave[0] !== 'r' && gave[0] !== 'p')) return undefined
    const number = Number(gave[1])
    if (this.#names.has(number)) return undefined
    const base = gave[0] === 'p' ? 'promise' : typeof at === 'string' ? nameOfMade(at) : 'result'
    const name = this.#free(base)
    this.#names.set(number, name)
    return name
  }

  #free(base: string): string {
    const taken = [...this.#names.values()].filter((name) => name.replace(/\d+$/, '') === base)
    return taken.length === 0 ? base : `${base}${taken.length + 1}`
  }

  #placeText(at: Place): string {
    if (typeof at === 'string') return at
    const name = this.#nameOf(refOf(at))
    return typeof at === 'number' ? name : `${name}${memberText(at.key)}`
  }

  #nameOf(number: number): string {
    return this.#names.get(number) ?? 'an object'
  }
}

async function goOn(): Promise<void> {
  for (let hop = 0; hop < HOPS; hop += 1) await Promise.resolve()
}

function outcomeText(text: string, outcome: Outcome, nameOf: (number: number) => string): string {
  if ('threw' in outcome) return `${text} throws ${shown(outcome.threw, nameOf)}`
  const { gave } = outcome
  const isSilent = Array.isArray(gave) && ['u', 'r', 'p', 'w'].includes(String(gave[0]))
  return isSilent && text !== '' ? text : `${text} → ${shown(gave, nameOf)}`
}

/** `createRoundRobin` makes a `roundRobin`, and a class `HashRing` a `hashRing`. */
function nameOfMade(maker: string): string {
  const bare = maker.replace(/^(?:create|make|new|open)(?=[A-Z])/, '')
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}

function symbolOf(name: string): symbol {
  const symbol: unknown = Reflect.get(Symbol, name)
  return typeof symbol === 'symbol' ? symbol : Symbol(name)
}

function wasText(outcome: Outcome, nameOf: (number: number) => string): string {
  if ('threw' in outcome) return `an error: ${shown(outcome.threw, nameOf)}`
  const isObject = Array.isArray(outcome.gave) && outcome.gave[0] === 'r'
  return isObject ? 'an object' : shown(outcome.gave, nameOf)
}

function withoutNumbersOf(asks: readonly Ask[]): string {
  return asks.map(({ of, args = [] }) => `${of} ${args.map(withoutNumbers).join()}`).join('\n')
}
