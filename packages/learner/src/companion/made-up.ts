import type { Verdict } from '@five-pillars/judge'

import type { Checked } from '../check/create-runner.ts'
import type { Progress } from '../progress/progress.ts'
import { noProgress } from '../progress/progress.ts'
import type { State } from './state.ts'

/** A state for tests: an exercise was opened, and is not checked yet. */
export function aState(changes: Partial<State> = {}): State {
  return {
    slug: 'quorum',
    progress: noProgress,
    last: null,
    trouble: null,
    running: null,
    isDue: false,
    view: { kind: 'verdict' },
    top: null,
    isReading: false,
    note: null,
    question: null,
    room: null,
    isOver: false,
    ...changes,
  }
}

/** A check for tests, of two open checks. */
export function aCheck(slug: string, isPassed: boolean, progress: Progress = noProgress): Checked {
  return {
    verdict: aVerdict(slug, isPassed),
    saved: { kind: 'saved', version: { number: 3, at: 0, reason: 'check', hash: '0'.repeat(16) } },
    trouble: null,
    explored: null,
    brief: isPassed ? null : BRIEF,
    progress,
    keptAside: null,
    reached: isPassed ? [{ id: 'first-checks', title: 'First light' }] : [],
    ms: 123,
  }
}

const BRIEF = {
  file: 'exercises/truth/quorum/README.md',
  line: 39,
  promise: 7,
  text: 'Said at once.',
  talk: {
    deck: 'truth',
    slide: 'Two of three always meet two of three',
    handout: { file: 'handouts/truth-handout.pdf', page: 5 },
  },
} as const

const GOT = 'Two of three said yes, and hasQuorum answered false.'

function aVerdict(exercise: string, isPassed: boolean): Verdict {
  const state = isPassed ? 'passed' : 'failed'
  const got = isPassed ? null : GOT
  const test = {
    part: null,
    promise: null,
    kind: null,
    points: 0,
    earned: 0,
    frames: [],
    traceHash: null,
    console: [],
    ms: 1,
  }
  const tests = [
    {
      ...test,
      id: 'counting > two of three are enough',
      state,
      got,
      replay: isPassed ? null : 'calls-A',
    },
    { ...test, id: 'counting > one is not', state: 'passed', got: null, replay: null },
  ] as const
  return {
    version: 1,
    exercise,
    kit: '0.1.0',
    node: '26.10.0',
    mode: 'open',
    nonce: 'once',
    seed: 5,
    runs: null,
    submission: `src/${exercise}.ts`,
    submissionHash: null,
    state,
    points: 0,
    total: 0,
    got,
    frames: [],
    console: [],
    promises: [],
    tests: [...tests],
    absentParts: [],
    coverage: null,
    ms: 123,
  }
}
