import type { Verdict } from '@five-pillars/judge'

/** The open check whose words are those of the verdict; undefined where none broke. */
export function brokenCheck({ tests, state, got }: Verdict): Verdict['tests'][number] | undefined {
  if (state === 'passed') return undefined
  return tests.find((test) => test.state === state && test.got === got)
}

/** Repeats what broke first; undefined where that is no run that can be repeated. */
export function tokenOf(verdict: Verdict): string | undefined {
  return brokenCheck(verdict)?.replay ?? undefined
}
