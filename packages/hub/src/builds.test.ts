import { describe, expect, test } from 'vitest'

import { Builds } from './builds.ts'

/** A builder that tells which deck it is on, and ends each build when the test says so. */
function bench(): {
  builds: Builds<string>
  started: string[]
  signals: AbortSignal[]
  report: (done: number) => void
  end: (error?: Error) => Promise<void>
} {
  const started: string[] = []
  const signals: AbortSignal[] = []
  let settle = Promise.withResolvers<void>()
  let onProgress: ((progress: { done: number; message: string }) => void) | undefined
  const builds = new Builds<string>(['a', 'b', 'c'], async (job) => {
    started.push(job.deck)
    signals.push(job.signal)
    onProgress = job.onProgress
    settle = Promise.withResolvers<void>()
    job.signal.addEventListener('abort', () => settle.reject(new Error('stopped')))
    await settle.promise
  })
  return {
    builds,
    started,
    signals,
    report: (done) => onProgress?.({ done, message: `at ${done}` }),
    end: async (error) => {
      const over = changeOf(builds)
      if (error === undefined) settle.resolve()
      else settle.reject(error)
      await over
    },
  }
}

async function changeOf(builds: Builds<string>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = builds.subscribe(resolve)
  await promise
  stop()
  // The next build starts in the turn after the change.
  await new Promise((turn) => setImmediate(turn))
}

describe('builds', () => {
  test('decks are built one after another, in order', async () => {
    const { builds, started, end } = bench()
    builds.enqueue(['a', 'b'])
    expect(started).toEqual(['a'])
    expect(builds.state('b')).toEqual({ kind: 'queued' })
    await end()
    expect(builds.state('a')).toEqual({ kind: 'built' })
    expect(started).toEqual(['a', 'b'])
    await end()
    expect(builds.state('c')).toEqual({ kind: 'idle' })
  })

  test('a deck that somebody waits for is built next', async () => {
    const { builds, started, end } = bench()
    builds.enqueue(['a', 'b', 'c'])
    builds.hurry('c')
    builds.hurry('c')
    await end()
    await end()
    await end()
    expect(started).toEqual(['a', 'c', 'b'])
  })

  test('a deck that is under way or built is not started again', async () => {
    const { builds, started, end } = bench()
    builds.hurry('a')
    builds.hurry('a')
    await end()
    builds.hurry('a')
    builds.enqueue(['a'])
    expect(started).toEqual(['a'])
  })

  test('progress is told while a deck is built, and no longer', async () => {
    const { builds, report, end } = bench()
    builds.hurry('a')
    report(0.4)
    expect(builds.state('a')).toEqual({ kind: 'building', done: 0.4, message: 'at 0.4' })
    await end()
    report(0.5)
    expect(builds.state('a')).toEqual({ kind: 'built' })
  })

  test('a failed build keeps its last lines, lets the next one run, and can be repeated', async () => {
    const { builds, started, end } = bench()
    builds.enqueue(['a', 'b'])
    await end(Object.assign(new Error('failed'), { lines: ['one', 'two'] }))
    expect(builds.state('a')).toEqual({ kind: 'failed', lines: ['one', 'two'] })
    await end(new Error('plain'))
    expect(builds.state('b')).toEqual({ kind: 'failed', lines: ['plain'] })
    builds.hurry('a')
    expect(started).toEqual(['a', 'b', 'a'])
  })

  test('closing aborts the build that runs and starts no other', async () => {
    const { builds, started, signals } = bench()
    builds.enqueue(['a', 'b'])
    await builds.close()
    expect(signals.map((signal) => signal.aborted)).toEqual([true])
    builds.hurry('c')
    expect(started).toEqual(['a'])
  })

  test('an unknown deck is refused by name', () => {
    expect(() => bench().builds.state('d')).toThrow('deck "d" is not on the hub\'s list')
  })
})
