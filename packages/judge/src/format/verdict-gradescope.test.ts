import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { aVerdict } from '../a-verdict.ts'
import { verdictStates } from '../verdict.ts'
import { hostileText } from './hostile.ts'
import { seen } from './seen.ts'
import { verdictGradescope } from './verdict-gradescope.ts'

/** What Gradescope documents of `results.json`. */
const text = z.literal('text')
const resultsSchema = z.strictObject({
  score: z.number().nonnegative(),
  execution_time: z.number(),
  output: z.string(),
  output_format: text,
  test_output_format: text,
  test_name_format: text,
  visibility: z.literal('visible'),
  stdout_visibility: z.literal('hidden'),
  tests: z.array(
    z.strictObject({
      name: z.string(),
      number: z.string(),
      score: z.number(),
      max_score: z.number(),
      status: z.enum(['passed', 'failed']),
      output: z.string(),
      visibility: z.literal('visible'),
    }),
  ),
})

test('each test has its points, and what fails tells its story', () => {
  const verdict = aVerdict({
    state: 'failed',
    got: 'A got another turn.\n  add A, acquire → A',
    frames: ['src/tally.ts:12:5'],
    console: ['turn of A'],
  })
  expect(verdictGradescope(verdict)).toMatchInlineSnapshot(`
    "{
      "score": 6,
      "execution_time": 0.65,
      "output": "failed: 6 of 12 points, graded\\n\\nBroken promise: The tally counts each word, however often and in whatever order it came.\\nA got another turn.\\n  add A, acquire → A\\nat src/tally.ts:12:5\\n\\nAgain: npx five-pillars judge tally --seed 5",
      "output_format": "text",
      "test_output_format": "text",
      "test_name_format": "text",
      "visibility": "visible",
      "stdout_visibility": "hidden",
      "tests": [
        {
          "name": "tally > counts",
          "number": "1.1",
          "score": 0,
          "max_score": 6,
          "status": "failed",
          "output": "Broken promise: The tally counts each word, however often and in whatever order it came.\\nA got another turn.\\n  add A, acquire → A\\nat src/tally.ts:12:5\\nLogged: turn of A",
          "visibility": "visible"
        },
        {
          "name": "tally > lists",
          "number": "1.2",
          "score": 6,
          "max_score": 6,
          "status": "passed",
          "output": "Kept.",
          "visibility": "visible"
        }
      ]
    }
    "
  `)
})

test('a file that was refused says why, at the top and at each test', () => {
  const verdict = aVerdict({ state: 'does-not-compile', got: 'Unexpected token: ;' })
  const tests = verdict.tests.map((each) => ({ ...each, state: verdict.state, got: null }))
  const results = resultsSchema.parse(JSON.parse(verdictGradescope({ ...verdict, tests })))
  expect(results.output).toContain('The file does not compile.\nUnexpected token: ;\n')
  expect(results.tests.map(({ output }) => output)).toEqual([
    'Unexpected token: ;',
    'Unexpected token: ;',
  ])
})

test('what was kept beside a broken safety promise says why it earns nothing', () => {
  const verdict = aVerdict({ state: 'failed', got: 'No.' })
  const tests = verdict.tests.map((each) => ({ ...each, earned: 0 }))
  const results = resultsSchema.parse(JSON.parse(verdictGradescope({ ...verdict, tests })))
  expect(results.tests[1]).toMatchObject({
    status: 'passed',
    score: 0,
    output: 'Kept. It earns nothing while a safety promise is broken.',
  })
})

test('whatever a submission says keeps to the format', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verdictStates), hostileText, (state, got) => {
      const verdict = aVerdict({ state, got, console: [got] })
      const isTold = state !== 'passed' && state !== 'not-run'
      const results = resultsSchema.parse(JSON.parse(verdictGradescope(verdict)))
      expect(results.score).toBe(verdict.points)
      expect(results.tests[0]?.output ?? '').not.toMatch(/[^\P{Cc}\n\t]/u)
      expect(results.tests[0]?.output).toContain(isTold ? seen(got) : '')
    }),
  )
})
