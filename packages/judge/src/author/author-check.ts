import path from 'node:path'

import { directGate } from './direct-gate.ts'
import { gather } from './gather.ts'
import type { GatherProgress } from './gather.ts'
import { gatesOf } from './gates.ts'
import type { Gate } from './gates.ts'
import { goldenGate } from './golden.ts'
import { killMatrix, matrixFile, matrixGate } from './kill-matrix.ts'
import { sentinelGate } from './sentinels.ts'
import { deepCheck } from './stryker/deep-check.ts'
import { scoreGate } from './stryker/score-gate.ts'
import { templateGate } from './template-gate.ts'
import { openWorkshop } from './workshop.ts'
import type { Workshop } from './workshop.ts'

const DEFAULT_SEEDS = 300

export interface AuthorOptions {
  exerciseDir: string
  /** Where its programs run, along with those of other exercises; default: one of its own. */
  workshop?: Workshop
  /** Cases of each property that the correct solutions must pass; default 300. */
  seeds?: number
  /** Writes the golden files and the kill matrix instead of comparing them. */
  update?: boolean
  /** Judges the mutants of StrykerJS anew and stores the score. */
  deep?: boolean
  onProgress?: (progress: GatherProgress) => void
}

export interface GateReport {
  exercise: string
  passed: boolean
  gates: Gate[]
  /** Mutants × promises as a Markdown table. */
  matrix: string
  ms: number
}

/**
 * Holds an exercise against all gates it has to pass before it ships.
 *
 * @throws JudgeError when the exercise is damaged: no manifest, or one that breaks its rules, a suite
 * that cannot be run, a program that cannot be loaded
 */
export async function authorCheck(options: AuthorOptions): Promise<GateReport> {
  if (options.workshop !== undefined) return checkIn(options.workshop, options)
  const workshop = openWorkshop()
  try {
    return await checkIn(workshop, options)
  } finally {
    workshop.close()
  }
}

async function checkIn(workshop: Workshop, options: AuthorOptions): Promise<GateReport> {
  const exerciseDir = path.resolve(options.exerciseDir)
  const { seeds = DEFAULT_SEEDS, update = false, deep = false, onProgress } = options
  const evidence = await gather({ exerciseDir, workshop, seeds, deep, onProgress })
  const gates = gatesOf(evidence)
  gates.push(directGate(evidence))
  gates.push(await templateGate(exerciseDir))
  gates.push(await sentinelGate(exerciseDir, evidence.manifest.slug))
  gates.push(await goldenGate(exerciseDir, evidence, update))
  if (deep) await deepCheck({ exerciseDir, onProgress })
  gates.push(await scoreGate(exerciseDir, evidence.manifest.slug))
  const file = matrixFile(exerciseDir)
  if (file !== undefined) gates.push(await matrixGate(file, evidence, update))
  return {
    exercise: evidence.manifest.slug,
    passed: gates.every((gate) => gate.findings.length === 0),
    gates,
    matrix: killMatrix(evidence),
    ms: Math.round(performance.now() - evidence.begunAt),
  }
}
