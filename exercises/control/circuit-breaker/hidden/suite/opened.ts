import type { Bench } from './bench.ts'
import { fails } from './deeds.ts'

/** Lets so many calls fail that the breaker opens. */
export async function openIt(bench: Bench): Promise<void> {
  for (let times = 0; times < bench.options.minCalls; times++) await bench.call(fails)
  if (bench.model.stateAt(bench.now) === 'open') return
  throw new Error('sentinel-circuit-breaker-opened.ts: it must be open by now')
}

/** Opens it, and lets it become half-open. */
export async function halfOpenIt(bench: Bench): Promise<void> {
  await openIt(bench)
  await bench.pass(bench.options.openMs)
}
