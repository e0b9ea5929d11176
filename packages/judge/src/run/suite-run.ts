import type { Played } from '../game-day/played.ts'
import type { Explored } from '../replay/explored.ts'
import type { Called, Replayed } from '../replay/replayed.ts'
import type { ChildEvent, ThrownText, Worlds } from './events.ts'

/** Why a run ended. Only `complete` can be a pass. */
export type RunEnding = 'complete' | 'timeout' | 'crashed' | 'out-of-memory'

/** What is known of one test when its run has ended. */
export interface TestRun {
  state: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped'
  errors: readonly ThrownText[]
  console: string[]
  /** Its simulated runs; undefined where there were none. */
  worlds?: Worlds | undefined
  /** What it asked for that the submission does not export, in that order. */
  absent?: readonly string[]
  ms: number | null
}

/** Where the loading of the submission has come to. */
type Loading =
  | { kind: 'waiting' | 'loading' }
  | { kind: 'loaded'; types: Readonly<Record<string, string>> }
  | { kind: 'failed'; reason: 'threw' | 'timeout' | 'does-not-compile'; error: ThrownText }

/** A test file that threw before any of its tests. */
export interface BrokenFile {
  /** Relative to the folder of the suite. */
  readonly file: string
  readonly error: ThrownText
}

/** All that the parent heard about one run of a suite. */
export interface SuiteRun {
  ending: RunEnding
  /** Which limit stopped it, when one did. */
  limit?: { kind: 'call' | 'test' | 'whole' | 'never'; ms: number }
  loading: Loading
  tests: Map<string, TestRun>
  /** Logged while no test ran. */
  console: string[]
  /** Whether the suite came so far that its tests were known. */
  isCollected: boolean
  /** Test files that could not be collected. */
  broken: readonly BrokenFile[]
  /** Errors outside any test: rejections nobody handled, suites that could not be collected. */
  errors: readonly ThrownText[]
  /** What a replay came to. */
  replayed?: Replayed
  /** What a row of seeds came to. */
  explored?: Explored
  /** What calls that were made again came to. */
  called?: Called
  /** How a game day went. */
  played?: Played
}

export function emptyRun(): SuiteRun {
  return {
    ending: 'crashed',
    loading: { kind: 'waiting' },
    tests: new Map(),
    console: [],
    isCollected: false,
    broken: [],
    errors: [],
  }
}

/** Notes one event; returns how the run ends with it, or undefined while it goes on. */
export function note(run: SuiteRun, event: ChildEvent): RunEnding | undefined {
  let ending: RunEnding | undefined
  switch (event.kind) {
    case 'loading':
      run.loading = { kind: 'loading' }
      break
    case 'loaded':
      run.loading = { kind: 'loaded', types: event.types }
      break
    case 'load-failed':
      run.loading = { kind: 'failed', reason: event.reason, error: event.error }
      ending = 'complete'
      break
    case 'collected':
      run.isCollected = true
      run.broken = event.broken
      for (const test of event.tests) testOf(run, test)
      break
    case 'started':
      testOf(run, event.test).state = 'running'
      break
    case 'console':
      consoleOf(run, event.test).push(event.text)
      break
    case 'finished':
      Object.assign(testOf(run, event.test), {
        state: event.state,
        errors: event.errors,
        worlds: event.worlds,
        absent: event.absent,
        ms: event.ms,
      })
      break
    case 'out-of-memory':
      ending = 'out-of-memory'
      break
    case 'replayed':
      run.replayed = event.replayed
      ending = 'complete'
      break
    case 'explored':
      run.explored = event.explored
      ending = 'complete'
      break
    case 'called':
      run.called = event.called
      ending = 'complete'
      break
    case 'played':
      run.played = event.played
      ending = 'complete'
      break
    case 'stopped':
      run.limit = { kind: event.limit, ms: event.ms }
      ending = 'timeout'
      break
    case 'end':
      run.errors = event.errors
      distrust(run, event.tests)
      ending = 'complete'
      break
  }
  return ending
}

/** Two sources that disagree mean "not passed". */
function distrust(run: SuiteRun, counted: Readonly<Record<string, string>>): void {
  for (const [name, test] of run.tests) {
    if (test.state === 'passed' && counted[name] !== 'passed') test.state = 'waiting'
  }
}

function consoleOf(run: SuiteRun, test: string | null): string[] {
  return test === null ? run.console : testOf(run, test).console
}

function testOf(run: SuiteRun, name: string): TestRun {
  const known = run.tests.get(name)
  if (known !== undefined) return known
  const test: TestRun = { state: 'waiting', errors: [], console: [], ms: null }
  run.tests.set(name, test)
  return test
}
