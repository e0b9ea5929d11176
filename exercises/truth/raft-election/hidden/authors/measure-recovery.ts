/**
 * Measures how long correct solutions need until a majority follows a leader, and writes
 * `recovery.json`, which the time that the suite gives is checked against. Run it in the exercise:
 * node hidden/authors/measure-recovery.ts
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { simulate } from '@five-pillars/simulator'
import type { EndWatch, RunOptions } from '@five-pillars/simulator'

import { isRaftMsg } from '../../describe.ts'
import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { alternatives, mutantOf, reference } from '../subjects.ts'
import { lockstep, lockstepSpan } from '../suite/split-votes.ts'

const SEEDS = { correct: 1000, wrong: 100 } as const

interface Measured {
  name: string
  seeds: number
  /** From the healing to the majority; null where there never was one in the slowest world. */
  medianMs: number | null
  worstMs: number | null
  never: number
}

const correct: [string, Subject][] = [['reference', reference], ...Object.entries(alternatives)]
const wrong: [string, Subject][] = [['fixed-timeout.ts', mutantOf('fixed-timeout.ts')]]

const report = {
  swarm: correct.map(([name, subject]) => measure(name, subject, SEEDS.correct, {})),
  lockstep: correct.map(([name, subject]) => {
    return measure(name, subject, SEEDS.correct, { profile: lockstep, ...lockstepSpan })
  }),
  wrong: wrong.map(([name, subject]) => {
    return measure(name, subject, SEEDS.wrong, { profile: lockstep, ...lockstepSpan })
  }),
}

const file = path.join(import.meta.dirname, 'recovery.json')
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
console.table([...report.swarm, ...report.lockstep, ...report.wrong])

function measure(
  name: string,
  subject: Subject,
  seeds: number,
  options: Omit<RunOptions, 'seed'>,
): Measured {
  const times: number[] = []
  const { definition } = scenario(subject)
  const world = simulate({ ...definition, atEnd: [stopwatch(times)] })
  for (let seed = 0; seed < seeds; seed++) world.run({ seed, ...options })
  if (times.length !== seeds) throw new Error('sentinel-raft-election-measure-recovery.ts: unsafe')
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number | null => {
    const ms = sorted[Math.floor(share * (seeds - 1))] ?? Infinity
    return ms === Infinity ? null : Math.round(ms)
  }
  return { name, seeds, medianMs: at(0.5), worstMs: at(1), never: times.filter(isNever).length }
}

function isNever(ms: number): boolean {
  return ms === Infinity
}

/** Notes for each run when the first majority had answered a leader since the healing. */
function stopwatch(times: number[]): EndWatch {
  return {
    watch() {
      const answers: { at: number; key: string; from: string }[] = []
      return {
        kind: 'end',
        text: 'never broken',
        send({ at, from, to, msg }) {
          if (isRaftMsg(msg) && msg.t === 'Appended' && msg.ok) {
            answers.push({ at, key: `${to} ${msg.term}`, from })
          }
          return null
        },
        check({ servers, healedAt }) {
          const followers = new Map<string, Set<string>>()
          const majority = answers.find(({ at, key, from }) => {
            if (at < healedAt) return false
            const own = followers.get(key) ?? new Set<string>()
            followers.set(key, own.add(from))
            return 2 * (own.size + 1) > servers.length
          })
          times.push(majority === undefined ? Infinity : majority.at - healedAt)
          return null
        },
      }
    },
  }
}
