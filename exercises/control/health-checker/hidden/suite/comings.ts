import { quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { hangs, inTime, late } from './answers.ts'
import type { Answer } from './answers.ts'
import { auditProbes, auditStatus, auditTold } from './audit.ts'
import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { idPools } from './ids.ts'
import type { Counting } from './life.ts'
import { clockText } from './words.ts'

/** Something that is done to a checker; `id` is an index into a pool of ids. */
export type Step =
  | { readonly kind: 'add' | 'remove' | 'readd'; readonly id: number }
  | { readonly kind: 'start' | 'stop' | 'restart' }
  | { readonly kind: 'pass'; readonly ms: number }

export interface Story {
  readonly counting: Counting
  readonly pool: readonly string[]
  readonly steps: readonly Step[]
  readonly answers: readonly Answer[]
}

const times = { intervalMs: 1000, timeoutMs: 300 }

/** How long a target may wait for its next probe, and some more for those who drift. */
const WAIT_MS = 2 * times.intervalMs
const STEPS_MAX = 12
const IDS = 2

const anyId = fc.nat({ max: IDS - 1 })
const pass = fc.constantFrom(100, 400, 1000, 1700).map((ms): Step => ({ kind: 'pass', ms }))

/** Stories about these kinds of steps, with time in between. */
export function stories(kinds: readonly Step['kind'][]): fc.Arbitrary<Story> {
  const step = fc.tuple(fc.constantFrom(...kinds), anyId).map(([kind, of]): Step => {
    if (kind === 'pass') return { kind, ms: times.intervalMs }
    return kind === 'add' || kind === 'remove' || kind === 'readd' ? { kind, id: of } : { kind }
  })
  const steps = fc.array(fc.oneof(pass, step), { maxLength: STEPS_MAX, size: 'max' })
  const answer = fc.oneof(
    { weight: 4, arbitrary: inTime(['yes', 'no', 'rejects'], times.timeoutMs) },
    { weight: 1, arbitrary: late(times.timeoutMs, times.intervalMs) },
    { weight: 1, arbitrary: fc.constant(hangs) },
  )
  return fc.record({
    counting: fc.constantFrom({ rise: 1, fall: 2 }, { rise: 2, fall: 1 }),
    pool: idPools,
    steps: steps.map((some): Step[] => [{ kind: 'start' }, { kind: 'add', id: 0 }, ...some]),
    answers: fc.array(answer, { minLength: 1, maxLength: 8 }),
  })
}

/** Plays a story, and looks at everything at each time. */
export async function playStory(
  subject: Subject,
  { counting, pool, steps, answers }: Story,
): Promise<void> {
  const status = auditStatus(pool)
  const told = auditTold()
  const bench = new Bench(
    subject,
    { ...times, ...counting },
    {
      answers: (_, nth) => answers[nth % answers.length] ?? hangs,
      look: (now) => {
        auditProbes(now)
        status(now)
        told(now)
      },
    },
  )
  for (const step of steps) {
    await take(step, bench, pool)
    bench.look()
  }
  await bench.pass(WAIT_MS)
  if (bench.isRunning) for (const id of bench.lives.keys()) expectAlive(id, bench)
}

/** Whatever was done to it: a target is probed as long as the checker runs. */
function expectAlive(id: string, bench: Bench): void {
  if (bench.probesOf(id, bench.time.now - WAIT_MS).length > 0) return
  bench.broken(`${quoted(id)} is a target, and was not probed for ${clockText(WAIT_MS)}.`)
}

async function take(step: Step, bench: Bench, pool: readonly string[]): Promise<void> {
  switch (step.kind) {
    case 'add':
      bench.add(nameOf(step.id, pool))
      break
    case 'remove':
      bench.remove(nameOf(step.id, pool))
      break
    case 'readd':
      bench.remove(nameOf(step.id, pool))
      bench.add(nameOf(step.id, pool))
      break
    case 'start':
      bench.start()
      break
    case 'stop':
      bench.stop()
      break
    case 'restart':
      bench.stop()
      bench.start()
      break
    case 'pass':
      await bench.pass(step.ms)
      break
  }
}

function nameOf(index: number, pool: readonly string[]): string {
  const name = pool[index]
  if (name === undefined) throw new Error('sentinel-health-checker-comings.ts: a pool has ids')
  return name
}
