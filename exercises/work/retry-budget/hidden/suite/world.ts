import { runAsync, unmetDangers } from '@five-pillars/simulator'
import type { Report, RunOptions } from '@five-pillars/simulator'
import { brokenWorld, stepLines } from '@five-pillars/suite'
import fc from 'fast-check'

import { legend, scenario, stormWorld } from '../../scenario.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

/** Worlds for each case that `FUZZ_RUNS` asks for: a run takes some hundredths of a second. */
const FACTOR = 0.01

/** The events of a story: what every call does would be thousands. */
const TOLD = new Set(['stands still', 'serves again', 'arrives', 'leaves'])

/** A server stands still, and is asked for no more than it can do when it serves again. */
export function survivesOutage(subject: Subject): Promise<void> {
  return survives(subject, {}, ['stands still', 'serves again', 'drops'])
}

/** A crowd comes and goes, and the outage goes with it. */
export function survivesCrowd(subject: Subject): Promise<void> {
  return survives(subject, legend, ['arrives', 'leaves', 'drops'])
}

async function survives(
  subject: Subject,
  options: Partial<RunOptions>,
  dangers: readonly string[],
): Promise<void> {
  const { definition } = scenario(subject)
  const world = { definition: { ...definition, sometimes: dangers } }
  const { seed = 0, numRuns = 100 } = fc.readConfigureGlobal()
  const reports: Report[] = []
  for (let nth = 0; nth < Math.ceil(numRuns * FACTOR); nth++) {
    const report = await runAsync(world, { seed: seed + nth, strict: false, ...options })
    if (report.findings.length > 0) throw tellRun(report)
    reports.push(report)
  }
  const unmet = unmetDangers(dangers, reports)
  if (unmet.length === 0) return
  throw new Error(`sentinel-retry-budget-world.ts: no run has met ${unmet.join(', ')}`)
}

function tellRun(report: Report): Error {
  const { findings, emitted, run } = report
  const [finding] = findings
  if (finding === undefined) throw new Error('Nothing is wrong')
  const steps = emitted.flatMap(({ at, node, event }) =>
    TOLD.has(event) ? [`${clockText(at)}: the ${node} ${event}`] : [],
  )
  const text = `${finding.rule}\n${finding.text}.`
  const clients = `  (${stormWorld.clients.length} clients, seed ${run.seed})`
  return brokenWorld(report, `${text}\n${clients}\n${stepLines(steps)}`)
}
