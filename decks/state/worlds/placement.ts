import { createRng } from '@five-pillars/simulator'
import type { NodeId } from '@five-pillars/simulator'

/** Which of the present servers a key belongs to. */
export type Placement = (key: number, members: readonly NodeId[]) => NodeId

const WORDS = 2 ** 32

/** The hash of a key, divided by the number of servers: the remainder is the server. */
export function modulo(salt: number): Placement {
  const hash = hashWith(salt)
  return (key, members) => members[hash(key) % members.length] ?? nobody(key)
}

/**
 * Consistent hashing (Karger et al. 1997): each server has places on a circle, and a key belongs
 * to the next place clockwise whose server is there.
 */
export function ring(salt: number, servers: readonly NodeId[], placesEach: number): Placement {
  const hash = hashWith(salt)
  const places = servers
    .flatMap((server, index) =>
      Array.from({ length: placesEach }, (_, place) => ({
        server,
        // Apart from the keys, which are counted from 0.
        at: hash(-1 - index * placesEach - place),
      })),
    )
    .toSorted((a, b) => a.at - b.at)
  return (key, members) => {
    const at = hash(key)
    const isPresent = ({ server }: { server: NodeId }): boolean => members.includes(server)
    const next = places.find((place) => place.at >= at && isPresent(place))
    return (next ?? places.find(isPresent))?.server ?? nobody(key)
  }
}

/** The first draw of a seed is as good as a hash, and the same on every machine. */
function hashWith(salt: number): (number: number) => number {
  const mask = createRng(salt).int(WORDS)
  return (number) => createRng(mask ^ number).int(WORDS)
}

function nobody(key: number): never {
  throw new Error(`key ${key} has no server to live on`)
}
