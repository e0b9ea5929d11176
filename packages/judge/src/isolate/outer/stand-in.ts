import type { InnerSide } from '../border-sides.ts'
import type { Recording } from './calls/recording.ts'
import { Failure } from './failure.ts'
import type { Pulse } from './pulse.ts'

/** What a stand-in needs to reach what it stands for; `inner` is there once the border is open. */
export interface Connection {
  readonly pulse: Pulse
  inner: InnerSide
  /** What hears each crossing now. */
  readonly heard: { recording: Recording | undefined }
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
    const { recording } = this.#to.heard
    if (recording === undefined) return this.#read(key)
    return recording.read(this.#of, key, () => this.#read(key))
  }

  has(_target: object, key: PropertyKey): boolean {
    return key !== 'asymmetricMatch' && this.#ask((inner) => inner.has(this.#of, key))
  }

  set(_target: object, key: PropertyKey, value: unknown): boolean {
    const write = (): boolean => this.#ask((inner) => inner.write(this.#of, key, value))
    const { recording } = this.#to.heard
    return recording === undefined ? write() : recording.wrote(this.#of, key, value, write)
  }

  ownKeys(): (string | symbol)[] {
    return this.#ask((inner) => inner.keys(this.#of)).filter((key) => typeof key !== 'number')
  }

  getOwnPropertyDescriptor(_target: object, key: PropertyKey): PropertyDescriptor | undefined {
    return this.#ask((inner) => inner.describe(this.#of, key))
  }

  apply(_target: object, self: unknown, args: readonly unknown[]): unknown {
    return callOf(this.#of, this.#to, self, args)
  }

  construct(_target: object, args: readonly unknown[]): object {
    const made = constructOf(this.#of, this.#to, args)
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

  /** Written out, as the one that is asked most. */
  #read(key: PropertyKey): unknown {
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
    return new.target === undefined ? callOf(of, to, this, args) : constructOf(of, to, args)
  }
}

function callOf(of: object, to: Connection, self: unknown, args: readonly unknown[]): unknown {
  const { recording } = to.heard
  if (recording === undefined) return call(of, to, self, args)
  return recording.called('call', of, args, () => call(of, to, self, args))
}

function call(
  of: object,
  { inner, pulse }: Connection,
  self: unknown,
  args: readonly unknown[],
): unknown {
  pulse.entered()
  try {
    return inner.call(of, self, args)
  } catch (error) {
    throw Failure.thrownBy(error)
  } finally {
    pulse.left()
  }
}

function constructOf(of: object, to: Connection, args: readonly unknown[]): unknown {
  const { recording } = to.heard
  if (recording === undefined) return construct(of, to, args)
  return recording.called('new', of, args, () => construct(of, to, args))
}

function construct(of: object, { inner, pulse }: Connection, args: readonly unknown[]): unknown {
  pulse.entered()
  try {
    return inner.construct(of, args)
  } catch (error) {
    throw Failure.thrownBy(error)
  } finally {
    pulse.left()
  }
}
