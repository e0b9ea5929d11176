import { quoted } from '@five-pillars/suite'

import { no, yes } from './answers.ts'
import type { Answer } from './answers.ts'
import { auditTold } from './audit.ts'
import { Bench } from './bench.ts'
import type { Told } from './bench.ts'
import type { Subject } from './checks.ts'
import { oddIds } from './ids.ts'
import { clockText, kindOf } from './words.ts'

const options = { intervalMs: 1000, timeoutMs: 300, rise: 2, fall: 3 }

/** Not the begin of time, so that a time since the start is no time of the clock. */
const START_MS = 50_000

/** Up after two probes, down after six, up again after ten, and so on. */
const script: readonly Answer[] = [
  yes,
  yes,
  yes,
  no,
  no,
  no,
  no,
  yes,
  yes,
  yes,
  no,
  yes,
  no,
  no,
  no,
]

/** Each change is told once, at the time of the change, when `status` says the same already. */
export async function tellsOnce(subject: Subject): Promise<void> {
  await tellsOf(subject, ['A'])
  await tellsOf(subject, ['A', 'B', 'C'])
  for (const id of oddIds) await tellsOf(subject, [id], 3)
  await tellsOf(subject, oddIds)
}

async function tellsOf(
  subject: Subject,
  ids: readonly string[],
  probes = script.length,
): Promise<void> {
  const audit = auditTold()
  let looked = 0
  const bench = new Bench(subject, options, {
    startMs: START_MS,
    answers: (id, nth) => script[nth % script.length] ?? yes,
    look: (now) => {
      audit(now)
      for (const told of now.told.slice(looked)) expectExact(told, now)
      looked = now.told.length
    },
  })
  for (const id of ids) bench.add(id)
  bench.start()
  await bench.pass((probes + 1) * options.intervalMs)
  const silent = ids.find((id) => !bench.told.some((told) => told.id === id))
  if (silent !== undefined) bench.broken(`Nobody was ever told of ${quoted(silent)}.`)
}

function expectExact({ id, status, at, now, seen }: Told, bench: Bench): void {
  const name = quoted(String(id))
  if (at !== now) {
    const got = typeof at === 'number' ? clockText(at) : kindOf(at)
    bench.broken(`The change of ${name} at ${clockText(now)} was told with the time ${got}.`)
  }
  if (seen !== status) {
    bench.broken(
      `Listeners were told that ${name} is ${kindOf(status)} while status said ${kindOf(seen)}.`,
    )
  }
}

if (script.length < 10) throw new Error('sentinel-health-checker-told.ts: too short a story')
