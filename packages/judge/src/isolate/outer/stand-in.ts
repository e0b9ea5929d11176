import type { InnerSide } from '../border-sides.ts'
import { Failure } from './failure.ts'
import type { Pulse } from './pulse.ts'

/** What a stand-in needs to reach what it stands for; `inner` is there once the border is open. */
export interface Connection {
  readonly pulse: Pulse
  inner: InnerSide
}

/** Behaves like an object of the submission, which is asked anew each time. */
export class StandIn implements ProxyHandler<object> {
  readonly #of: object
  readonly #to: Connection

  constructor(of: object, to: Connection) {
    this.#of = of
    this.#to = to
  }

  get(_target: object, key: PropertyKey): unknown {
    // An object that says of itself that it equals everything would be believed.
    if (key === 'asymmetricMatch') return undefined
    const { inner, pulse } = this.#to
    pulse.entered()
    try {
      return inner.read(this.#of, key)
    } catch (error) {
      throw Failure.thrownBy(error)
    } finally {
      pulse.left()
    }
  }

  has(_target: object, key: PropertyKey): boolean {
    return key !== 'asymmetricMatch' && this.#ask((inner) => inner.has(this.#of, key))
  }

  set(_target: object, key: PropertyKey, value: unknown): boolean {
    return this.#ask((inner) => inner.write(this.#of, key, value))
  }

  ownKeys(): (string | symbol)[] {
    return this.#ask((inner) => inner.keys(this.#of)).filter((key) => typeof key !== 'number')
  }

  getOwnPropertyDescriptor(_target: object, key: PropertyKey): PropertyDescriptor | undefined {
    return this.#ask((inner) => inner.describe(this.#of, key))
  }

  apply(_target: object, self: unknown, args: readonly unknown[]): unknown {
    return this.#ask((inner) => inner.call(this.#of, self, args))
  }

  construct(_target: object, args: readonly unknown[]): object {
    const made = this.#ask((inner) => inner.construct(this.#of, args))
    if (typeof made === 'object' && made !== null) return made
    throw new TypeError('A class makes objects')
  }

  defineProperty(): boolean {
    return false
  }

  deleteProperty(): boolean {
    return false
  }

  preventExtensions(): boolean {
    return false
  }

  #ask<Answer>(question: (inner: InnerSide) => Answer): Answer {
    const { inner, pulse } = this.#to
    pulse.entered()
    try {
      return question(inner)
    } catch (error) {
      throw Failure.thrownBy(error)
    } finally {
      pulse.left()
    }
  }
}

/** Behaves like a function of the submission. */
export function standInFunction(of: object, to: Connection): object {
  return function submitted(this: unknown, ...args: unknown[]): unknown {
    const { inner, pulse } = to
    pulse.entered()
    try {
      return new.target === undefined ? inner.call(of, this, args) : inner.construct(of, args)
    } catch (error) {
      throw Failure.thrownBy(error)
    } finally {
      pulse.left()
    }
  }
}
