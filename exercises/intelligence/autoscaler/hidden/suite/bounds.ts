import { holds } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import type { Options, Sample } from '../../src/autoscaler.ts'
import { answerText, Session } from './session.ts'

const ordinary: Options = {
  target: 0.5,
  min: 2,
  max: 10,
  tolerance: 0.1,
  stabilizationDownMs: 300_000,
}

/** Ends of the scale first, since they tell the simplest stories. */
const utilization = fc.oneof(
  fc.constantFrom(4, 0, null, NaN, Infinity, -Infinity, -1, 1e308, 5e-324),
  fc.double(),
)
const replicas = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 1_000_000 }))

const wild = fc.array(fc.record({ ready: replicas, starting: replicas, utilization }), {
  minLength: 1,
  maxLength: 6,
})

const options: fc.Arbitrary<Options> = fc
  .record({ min: fc.integer({ min: 1, max: 5 }), room: fc.nat({ max: 20 }) })
  .map(({ min, room }) => ({ ...ordinary, min, max: min + room }))

/** Whatever is sampled, the answer is a whole number from min to max. */
export function staysInBounds(subject: Subject): void {
  expectBounds(subject, ordinary, [{ at: 0, ready: 4, starting: 0, utilization: 4 }])
  expectBounds(subject, ordinary, [{ at: 0, ready: 4, starting: 0, utilization: 0 }])
  expectBounds(subject, ordinary, [{ at: 0, ready: 9, starting: 3, utilization: null }])
  expectBounds(subject, ordinary, [{ at: 0, ready: 4, starting: 0, utilization: NaN }])
  holds([options, wild], (made, moments) => {
    const samples = moments.map((moment, index) => ({ ...moment, at: index * 15_000 }))
    expectBounds(subject, made, samples)
  })
}

function expectBounds(subject: Subject, made: Options, samples: readonly Sample[]): void {
  if (samples.length === 0) throw new Error('sentinel-autoscaler-bounds.ts: nothing to say')
  const session = new Session(subject, made)
  for (const sample of samples) {
    const got = session.decide(sample)
    if (typeof got === 'number' && Number.isInteger(got) && got >= made.min && got <= made.max) {
      continue
    }
    const allowed = `every answer is a whole number from ${made.min} to ${made.max}`
    session.broken(`decide gave ${answerText(got)}, but ${allowed}.`)
  }
}
