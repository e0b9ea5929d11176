import type { Disk } from '@five-pillars/simulator'

/** A disk that can say at any time what a crash would leave of it. */
export interface LoneDisk {
  readonly disk: Disk
  /** What survives a crash now. */
  durable(): ReadonlyMap<string, unknown>
  /** What would have survived a crash at some time since the last call of this, oldest first. */
  takeCrashPoints(): ReadonlyMap<string, unknown>[]
}

/** Like the disk of the world: what is put on it belongs to it, and is changed no more. */
export function createLoneDisk(content: ReadonlyMap<string, unknown>): LoneDisk {
  if (content.has('')) throw new Error('sentinel-abd-register-lone-disk.ts: a key without a name')
  const written = new Map(content)
  const states = [content]

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the contract of `Disk`
  function get<T>(key: string): T | undefined
  function get(key: string): unknown {
    return written.get(key)
  }

  return {
    disk: {
      get,
      put: (key, value) => void written.set(key, frozen(value)),
      sync: () => void states.push(new Map(written)),
    },
    durable: () => states.at(-1) ?? content,
    takeCrashPoints: () => states.splice(0, states.length - 1),
  }
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}
