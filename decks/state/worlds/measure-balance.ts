import { serversOf } from './keys.ts'
import { ring } from './placement.ts'

const CLUSTERS = 20
const FLEET = { servers: 10, keys: 5000 }
const PLACES = [1, 10, 100] as const

export interface Balance {
  clusters: number
  fleet: typeof FLEET
  /** How many times the mean the busiest server has, mean over the clusters, by places of each. */
  busiest: { placesEach: number; timesMean: number }[]
  /** Keys of each server in one cluster with one place each, from the busiest to the idlest. */
  onePlace: number[]
  /** The same with a hundred places each. */
  hundredPlaces: number[]
}

/** How evenly a ring shares keys, with few and with many places for each server. */
export function measureBalance(): Balance {
  const busiest = PLACES.map((placesEach) => {
    const salts = Array.from({ length: CLUSTERS }, (_, cluster) => cluster + 1)
    const most = salts.reduce((sum, salt) => sum + Math.max(...sharesOf(salt, placesEach)), 0)
    const mean = FLEET.keys / FLEET.servers
    return { placesEach, timesMean: Math.round((100 * most) / CLUSTERS / mean) / 100 }
  })
  const [onePlace, hundredPlaces] = [sharesOf(1, 1), sharesOf(1, 100)]
  return { clusters: CLUSTERS, fleet: FLEET, busiest, onePlace, hundredPlaces }
}

function sharesOf(salt: number, placesEach: number): number[] {
  const servers = serversOf({ ...FLEET, placesEach })
  const place = ring(salt, servers, placesEach)
  const keys = new Map(servers.map((id) => [id, 0]))
  for (let key = 0; key < FLEET.keys; key++) {
    const owner = place(key, servers)
    keys.set(owner, (keys.get(owner) ?? 0) + 1)
  }
  return [...keys.values()].toSorted((a, b) => b - a)
}
