/** What code in a world must not touch, and whom to ask instead. */
const withheld: readonly (readonly [object, string, string])[] = [
  [Date, 'now', 'ask the clock that you were given'],
  [Math, 'random', 'draw from the rng that you were given'],
  [globalThis, 'setTimeout', 'set a timer of the world'],
  [globalThis, 'setInterval', 'set a timer of the world'],
  [globalThis, 'setImmediate', 'set a timer of the world'],
  [globalThis, 'requestAnimationFrame', 'set a timer of the world'],
]

/** How many runs are inside the guard now: the last one out takes it away. */
let inside = 0
let undo: (() => void)[] = []

/**
 * Makes the clock, chance and timers of the machine throw while a world runs: whoever touches them
 * has another run each time. `new Date()` is not watched here; the judge does that.
 *
 * @returns what ends it; call it once
 */
export function withholdAmbience(): () => void {
  if (inside++ === 0) {
    undo = withheld.flatMap(([owner, name, advice]) => withhold(owner, name, advice))
  }
  return () => {
    if (--inside > 0) return
    for (const restore of undo.splice(0)) restore()
  }
}

function withhold(owner: object, name: string, advice: string): (() => void)[] {
  const own = Object.getOwnPropertyDescriptor(owner, name)
  // Not everywhere is every one of them, and an isolate may have frozen what it has.
  if (own === undefined || own.configurable !== true) return []
  const path = owner === globalThis ? name : `${owner === Date ? 'Date' : 'Math'}.${name}`
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value: () => {
      throw new Error(`${path} is not of this world: ${advice}`)
    },
  })
  return [() => void Object.defineProperty(owner, name, own)]
}
