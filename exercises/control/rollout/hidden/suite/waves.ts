import { counted, quoted } from '@five-pillars/suite'

import type { Audit, Bench } from './bench.ts'
import { Bench as Benched } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'

/** No host gets the new version before its wave, and no wave begins before the last was judged. */
export const waveByWave: Audit = {
  deploy(bench, id, version) {
    const { options, bakes, to } = bench
    if (version !== to) return null
    const given = bench.model.underWay.filter(([, one]) => one === to).map(([one]) => one)
    const all = new Set([id, ...given, ...bench.having(to).map((host) => host.id)])
    const size = options.waves[bakes.index] ?? 0
    if (all.size <= size) return null
    const would = `${counted(all.size, 'host')} would have ${quoted(to)}`
    return `${quoted(id)} is given ${quoted(to)} in wave ${bakes.index + 1}: ${would}, and this wave ends at ${size}.`
  },
  look({ seen, bakes, options, hasTurned, to }) {
    const size = options.waves[bakes.index]
    if (bakes.bake !== null && bakes.bake.size !== size) {
      const has = `${counted(bakes.bake.size, 'host')} ${bakes.bake.size === 1 ? 'has' : 'have'} ${quoted(to)}`
      return `It bakes when ${has}, and wave ${bakes.index + 1} ends at ${size ?? 'nothing'}.`
    }
    if (seen !== 'done' || hasTurned || size === undefined) return null
    return `It is done, and wave ${bakes.index + 1} of ${options.waves.length} was never judged.`
  },
}

/** Hosts get the new version in waves, and each wave waits for the verdict on the last one. */
export async function growsByWaves(subject: Subject): Promise<void> {
  for (const waves of [[1, 3, 8], [8], [2, 8], [1, 2, 3, 8]]) {
    const bench = new Benched(subject, {
      hosts: hostsOf(8, { zones: 2 }),
      options: { waves, maxUnavailable: 8 },
      audits: [waveByWave],
    })
    bench.start()
    await bench.await('done', waves.length * 20_000, 'Nothing was wrong with the new version')
  }
  await holdsInStories(subject, stories(['down', 'abort']), [waveByWave], 0.06)
}

/** Of no zone two hosts more than of another one that has some left. */
const evenly: Audit = {
  look(bench) {
    if (bench.bakes.bake === null) return null
    const zones = [...new Set(bench.hosts.map(({ zone }) => zone))]
    const most = zones.toSorted((a, b) => inZone(bench, b) - inZone(bench, a))[0]
    const least = zones
      .filter((zone) => bench.hosts.some((host) => host.zone === zone && host.version !== bench.to))
      .toSorted((a, b) => inZone(bench, a) - inZone(bench, b))[0]
    if (most === undefined || least === undefined) return null
    const [more, fewer] = [inZone(bench, most), inZone(bench, least)]
    if (more <= fewer + 1) return null
    const lost = `${more} hosts of zone ${quoted(most)} have ${quoted(bench.to)}`
    return `Wave ${bench.bakes.index + 1} is not spread: ${lost}, and ${fewer} of ${quoted(least)}.`
  },
}

function inZone(bench: Bench, zone: string): number {
  return bench.having(bench.to).filter((host) => host.zone === zone).length
}

/** No wave takes a zone and spares another one. */
export async function sharesZones(subject: Subject): Promise<void> {
  for (const [zones, waves] of [
    [3, [3, 9]],
    [3, [1, 3, 5, 9]],
    [2, [1, 2, 4, 9]],
  ] as const) {
    const bench = new Benched(subject, {
      hosts: hostsOf(9, { zones }),
      options: { waves: [...waves], maxUnavailable: 3 },
      audits: [evenly],
    })
    bench.start()
    await bench.await('done', waves.length * 25_000, 'Nothing was wrong with the new version')
  }
  await holdsInStories(subject, stories([]), [evenly], 0.04)
  if (evenly.look === undefined) throw new Error('sentinel-rollout-waves.ts: nobody looks')
}
