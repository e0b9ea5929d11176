import { isTagged, numberIn, refOf } from '../../../replay/coded.ts'
import type { Ask, Coded, Outcome, Place, Step } from '../../../replay/recorded-calls.ts'
import { memberText, shown } from './shown.ts'

/** Puts calls into words, and remembers how what they make is called. */
export class CallWords {
  readonly #names = new Map<number, string>()
  readonly #nameOfGiven: (number: number) => string

  /** @param nameOfGiven how a function that the submission was given is called */
  constructor(nameOfGiven: (number: number) => string) {
    this.#nameOfGiven = nameOfGiven
  }

  /** The name of an object, function or promise by its number. */
  nameOf(number: number): string {
    return this.#names.get(number) ?? 'an object'
  }

  /** A first name that nobody else has: `callback`, `callback2`. */
  callIt(number: number, base: string): void {
    if (this.#names.has(number)) return
    const taken = [...this.#names.values()].filter((name) => name.replace(/\d+$/, '') === base)
    this.#names.set(number, taken.length === 0 ? base : `${base}${taken.length + 1}`)
  }

  /** What a promise is of that the submission was given. */
  callAfter(number: number, ask: Ask): void {
    this.#names.set(number, this.#asked(ask))
  }

  place(at: Place): string {
    if (typeof at === 'string') return at
    const name = this.nameOf(refOf(at))
    return typeof at === 'number' ? name : `${name}${memberText(at.key)}`
  }

  /** `balancer = createBalancer(…)`, `balancer.pick()`, `new Ring(…)`. */
  step(step: Step): string {
    const { do: how, at, args = [] } = step
    const values = args.map((arg) => this.#shown(arg)).join(', ')
    const place = this.place(at)
    if (how === 'get') return place
    if (how === 'set') return `${place} = ${values}`
    const call = `${how === 'new' ? 'new ' : ''}${place}(${values})`
    const made = this.#nameWhatWasMade(step)
    return made === undefined ? call : `${made} = ${call}`
  }

  /** A call by the submission. */
  ask(ask: Ask): string {
    return this.outcome(this.#asked(ask), ask.outcome)
  }

  /** A call and what came of it. What was made, or is nothing, has no arrow. */
  outcome(call: string, outcome: Outcome): string {
    if ('threw' in outcome) return `${call} throws ${this.#shown(outcome.threw)}`
    const { gave } = outcome
    const isSilent = Array.isArray(gave) && ['u', 'r', 'p', 'w'].includes(String(gave[0]))
    return isSilent ? call : `${call} → ${this.#shown(gave)}`
  }

  /** What came of a call at another time. */
  came(outcome: Outcome): string {
    if ('threw' in outcome) return `an error: ${this.#shown(outcome.threw)}`
    return kindOf(outcome.gave) === 'r' ? 'an object' : this.#shown(outcome.gave)
  }

  #asked({ of, args = [] }: Ask): string {
    return `${this.#nameOfGiven(of)}(${args.map((arg) => this.#shown(arg)).join(', ')})`
  }

  #shown(coded: Coded): string {
    return shown(coded, (number) => this.nameOf(number))
  }

  /** The name of what a step makes; undefined where it makes nothing new. */
  #nameWhatWasMade({ at, outcome }: Step): string | undefined {
    const gave = 'gave' in outcome ? outcome.gave : null
    const kind = kindOf(gave)
    if (!Array.isArray(gave) || (kind !== 'r' && kind !== 'p')) return undefined
    const number = numberIn(gave[1])
    if (this.#names.has(number)) return undefined
    this.callIt(number, kind === 'p' ? 'promise' : typeof at === 'string' ? madeBy(at) : 'result')
    return this.nameOf(number)
  }
}

function kindOf(coded: Coded): string | undefined {
  return typeof coded === 'object' && coded !== null && isTagged(coded) ? coded[0] : undefined
}

/** `createRoundRobin` makes a `roundRobin`, and a class `HashRing` a `hashRing`. */
function madeBy(maker: string): string {
  const bare = maker.replace(/^(?:create|make|new|open)(?=[A-Z])/, '')
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}
