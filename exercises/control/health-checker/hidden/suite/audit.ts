import { quoted } from '@five-pillars/suite'

import type { Bench, Told } from './bench.ts'
import type { Belief, Life } from './life.ts'
import { idText, kindOf } from './words.ts'

/** Compares what `status` says of some ids with what their probes have proven. */
export function auditStatus(ids: readonly string[]): (bench: Bench) => void {
  if (ids.length === 0) throw new Error('sentinel-health-checker-audit.ts: nobody to look at')
  return (bench) => {
    for (const id of ids) expectStatus(id, bench)
  }
}

function expectStatus(id: string, bench: Bench): void {
  const got = bench.status(id)
  const life = bench.lives.get(id)
  if (life === undefined) {
    if (got === 'unknown') return
    bench.broken(`${quoted(id)} is ${kindOf(got)}, and must be unknown: it is no target.`)
  } else if (!life.sees(({ status }) => status === got)) {
    const { status } = life.belief
    bench.broken(
      `${quoted(id)} is ${kindOf(got)}, and must be ${status}: ${reason(life.belief, bench)}.`,
    )
  }
}

function reason({ last, inRow }: Belief, { options }: Bench): string {
  if (last === null) return 'no probe of it has ended yet'
  const needed = last ? `rise is ${options.rise}` : `fall is ${options.fall}`
  const what = last ? 'succeeded' : 'failed'
  const row = inRow <= 1 ? 'its last probe' : `its last ${inRow} probes`
  return `${row} ${what}, and ${needed}`
}

/** Compares what listeners are told at each time with what has changed at it. */
export function auditTold(): (bench: Bench) => void {
  let told = 0
  return (bench) => {
    const news = bench.told.slice(told)
    told = bench.told.length
    for (const [id, life] of bench.lives) expectTold(id, life, news, bench)
    const stranger = news.find(({ id }) => typeof id !== 'string' || !bench.lives.has(id))
    if (stranger === undefined) return
    bench.broken(`Listeners were told of ${idText(stranger.id)}, which is no target.`)
  }
}

function expectTold(id: string, life: Life, news: readonly Told[], bench: Bench): void {
  const got = news.filter((one) => one.id === id).map(({ status }) => status)
  if (life.sees(({ changes }) => isSame(changes, got))) return
  const { changes } = life.belief
  if (got.length > changes.length) {
    bench.broken(`Listeners were told that ${quoted(id)} is ${kindOf(got.at(-1))}${whyNot(bench)}.`)
  }
  const [wanted = ''] = changes
  if (got.length === 0) bench.broken(`${quoted(id)} went ${wanted}, and nobody was told at once.`)
  bench.broken(`${quoted(id)} went ${wanted}, and listeners were told ${kindOf(got[0])}.`)
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

function whyNot({ isRunning }: Bench): string {
  return isRunning ? ', and that is no change' : ', although the checker was stopped'
}

/** Nobody but a target is probed, and nobody at all while the checker does not run. */
export function auditProbes(bench: Bench): void {
  const [stray] = bench.strays
  if (stray === undefined) return
  const why = bench.isRunning ? 'which is no target' : 'although the checker does not run'
  bench.broken(`The probe was called for ${quoted(stray.id)}, ${why}.`)
}
