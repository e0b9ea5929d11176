/** What code in a world must not touch, and whom to ask instead. */
const withheld = [
  { path: ['Date', 'now'], advice: 'ask the clock that you were given' },
  { path: ['Math', 'random'], advice: 'draw from the rng that you were given' },
  { path: ['setTimeout'], advice: 'set a timer of the world' },
  { path: ['setInterval'], advice: 'set a timer of the world' },
  { path: ['setImmediate'], advice: 'set a timer of the world' },
  { path: ['requestAnimationFrame'], advice: 'set a timer of the world' },
] as const

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
  if (inside++ === 0) undo = withheld.flatMap(({ path, advice }) => withhold(path, advice))
  return () => {
    if (--inside > 0) return
    for (const restore of undo.splice(0)) restore()
  }
}

function withhold(path: readonly string[], advice: string): (() => void)[] {
  const name = path.at(-1) ?? ''
  const owner: unknown =
    path.length === 1 ? globalThis : Reflect.get(globalThis, path[0] ?? '', globalThis)
  if (!isObject(owner)) return []
  const own = Object.getOwnPropertyDescriptor(owner, name)
  // Not everywhere is every one of them, and an isolate may have frozen what it has.
  if (own === undefined || own.configurable !== true) return []
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value: () => {
      throw new Error(`${path.join('.')} is not of this world: ${advice}`)
    },
  })
  return [() => void Object.defineProperty(owner, name, own)]
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
