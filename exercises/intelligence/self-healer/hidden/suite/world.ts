import { runAsync, unmetDangers } from '@five-pillars/simulator'
import type { Report } from '@five-pillars/simulator'
import { brokenWorld, stepLines } from '@five-pillars/suite'
import fc from 'fast-check'

import { scenario } from '../../scenario.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

/** Worlds for each case that `FUZZ_RUNS` asks for: a run takes some hundredths of a second. */
const FACTOR = 0.02

/** Plans come and go, some of them late: the record is never empty, and ends at the newest. */
export async function keepsTheRecord(subject: Subject): Promise<void> {
  const world = scenario(subject)
  const { seed = 0, numRuns = 100 } = fc.readConfigureGlobal()
  const reports: Report[] = []
  for (let nth = 0; nth < Math.ceil(numRuns * FACTOR); nth++) {
    const report = await runAsync(world, { seed: seed + nth, strict: false })
    if (report.findings.length > 0) throw tellRun(report)
    reports.push(report)
  }
  const unmet = unmetDangers(world.definition.sometimes ?? [], reports)
  if (unmet.length === 0) return
  throw new Error(`sentinel-self-healer-world.ts: no run has met ${unmet.join(', ')}`)
}

function tellRun(report: Report): Error {
  const { findings, emitted, run } = report
  const [finding] = findings
  if (finding === undefined) throw new Error('Nothing is wrong')
  const steps = emitted.map(({ at, node, event, data }) => {
    const what = typeof data === 'string' || typeof data === 'number' ? `: ${data}` : ''
    return `${clockText(at)}: ${node} ${event}${what}`
  })
  const text = `${finding.rule}\n${finding.text}.`
  return brokenWorld(report, `${text}\n${stepLines(steps)}\n(seed ${run.seed})`)
}
