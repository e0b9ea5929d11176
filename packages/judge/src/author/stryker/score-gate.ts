import type { Gate } from '../gates.ts'
import { fingerprint, SCORE_MIN, storedScore } from './score.ts'

/** Holds the stored score against the present solution and suite; it plays nothing itself. */
export async function scoreGate(exerciseDir: string, slug: string): Promise<Gate> {
  const title = `Of the mutants of StrykerJS ${SCORE_MIN * 100} % die, the others have a reason`
  const again = `npx five-pillars author check ${slug} --deep`
  const score = await storedScore(exerciseDir)
  if (score === undefined) return { title, findings: [`hidden/stryker.json is missing: ${again}`] }
  const findings: string[] = []
  if (score.of !== (await fingerprint(exerciseDir))) {
    findings.push(`hidden/stryker.json is of another solution or suite: ${again}`)
  }
  const share = score.killed / score.mutants
  if (share < SCORE_MIN) findings.push(`${Math.floor(share * 100)} % of ${score.mutants} die`)
  for (const { key, line, reason } of score.survivors) {
    if (reason.trim() === '') findings.push(`no reason for line ${line}: ${key}`)
  }
  return { title, findings }
}
