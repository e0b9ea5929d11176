import { quoted } from '@five-pillars/suite'

import type { Audit } from './bench.ts'

/** Nobody is deployed to for nothing, or twice at a time. */
export const needed: Audit = {
  deploy({ model, from, to }, id, version) {
    const given = `${quoted(id)} is given ${quoted(version)}`
    if (version !== from && version !== to) return `${given}: nobody has asked for that.`
    const host = model.fleet.hosts().find((one) => one.id === id)
    if (host === undefined) return `${given}, and there is no such host.`
    const busy = model.underWay.find(([one]) => one === id)
    if (busy !== undefined) return `${given} while it is still being given ${quoted(busy[1])}.`
    return host.version === version ? `${given}, and has it already.` : null
  },
}

if (needed.deploy === undefined) throw new Error('sentinel-rollout-needed.ts: nobody looks')
