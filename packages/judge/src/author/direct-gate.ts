import type { Verdict } from '../verdict.ts'
import type { Evidence } from './gather.ts'
import type { Gate } from './gates.ts'

/**
 * The same suite serves the judge and the author: what a subject is told must not depend on the
 * border between them. Only what the judge withholds from a submission is there without it.
 */
export function directGate({ pairs }: Evidence): Gate {
  const findings = pairs.flatMap(({ file, judged, direct }) =>
    differences(judged, direct).map((difference) => `${file}: ${difference}`),
  )
  return { title: 'With the border and without it subjects get the same', findings }
}

function differences(judged: Verdict, direct: Verdict): string[] {
  // Whoever throws dice of its own has another story each time, where it is let.
  if (judged.tests.some(({ state }) => state === 'forbidden')) return []
  return judged.tests.flatMap((test) => {
    const other = direct.tests.find(({ id }) => id === test.id)
    if (other === undefined) return []
    if (test.state !== other.state) {
      return [`"${test.id}" is ${test.state}, and ${other.state} without the border`]
    }
    return test.got === other.got ? [] : [`"${test.id}" tells another story without the border`]
  })
}
