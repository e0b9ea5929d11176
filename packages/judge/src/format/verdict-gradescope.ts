import type { TestVerdict, Verdict } from '../verdict.ts'
import { commandFor } from './command-for.ts'
import { seen } from './seen.ts'
import { storyOf } from './story-of.ts'
import { scoreOf, subjectOf, whatBroke } from './what-broke.ts'

/**
 * A verdict as `results.json` of a Gradescope autograder. All of it is plain text, whatever a
 * submission said; what the autograder itself printed is for its staff.
 *
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export function verdictGradescope(verdict: Verdict): string {
  const numbers = numbersOf(verdict.tests)
  const results = {
    score: verdict.points,
    execution_time: verdict.ms / 1000,
    output: outputOf(verdict),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: verdict.tests.map((test) => {
      return {
        name: seen(test.id),
        number: numbers.get(test),
        score: test.earned,
        max_score: test.points,
        status: test.state === 'passed' ? 'passed' : 'failed',
        output: testOutput(test, verdict),
        visibility: 'visible',
      }
    }),
  }
  return `${JSON.stringify(results, null, 2)}\n`
}

/** `2.1` is the first test of the second part; without parts they are counted through. */
function numbersOf(tests: readonly TestVerdict[]): Map<TestVerdict, string> {
  const parts = [...new Set(tests.map(({ part }) => part))]
  const byPart = Map.groupBy(tests, ({ part }) => part)
  return new Map(
    tests.map((test) => {
      const index = String((byPart.get(test.part)?.indexOf(test) ?? 0) + 1)
      return [test, test.part === null ? index : `${parts.indexOf(test.part) + 1}.${index}`]
    }),
  )
}

function outputOf(verdict: Verdict): string {
  const left = verdict.absentParts.map((part) => `Stretch part "${part}" is not there: left out.`)
  if (verdict.state === 'passed') return [scoreOf(verdict), ...left].join('\n')
  const { subject, story } = whatBroke(verdict)
  const told = [subject, story, ...placesIn(verdict.frames), ...loggedLines(verdict.console)]
  const score = `${verdict.state}: ${scoreOf(verdict)}`
  return [score, ...left, '', ...told, '', `Again: ${commandFor(verdict)}`].join('\n')
}

function testOutput(test: TestVerdict, verdict: Verdict): string {
  const logged = loggedLines(test.console)
  if (test.state === 'passed') {
    const note = 'Kept. It earns nothing while a safety promise is broken.'
    return [test.earned < test.points ? note : 'Kept.', ...logged].join('\n')
  }
  if (test.got === null) {
    return test.state === 'not-run' ? 'It did not run.' : storyOf(verdict.got)
  }
  const told = [subjectOf(verdict, test), storyOf(test.got), ...placesIn(test.frames)]
  return [...told, ...logged].join('\n')
}

function placesIn(frames: readonly string[]): string[] {
  return frames.slice(0, 1).map((frame) => `at ${frame}`)
}

function loggedLines(console: readonly string[]): string[] {
  return console.map((line) => `Logged: ${seen(line)}`)
}
