import { describe, expect, test } from 'vitest'

import { LIMIT_MS, LiveWorker } from './live-worker.ts'
import type { Heard, WorkerEars } from './live-worker.ts'
import type { Request } from './worker-messages.ts'

/** A stage whose workers and clock a test moves by hand. */
function theatre(): {
  worker: LiveWorker
  heard: Heard[]
  /** What was done with workers: `open`, `post 3`, `end`. */
  done: string[]
  say: (data: unknown) => void
  fail: (message: string) => void
  wait: (ms: number) => void
} {
  const heard: Heard[] = []
  const done: string[] = []
  let ears: WorkerEars | undefined
  let now = 0
  let timer: { at: number; act: () => void } | undefined
  const worker = new LiveWorker({
    open(given) {
      ears = given
      done.push('open')
      return {
        post: (request: Request) => done.push(`post ${request.seed}`),
        end: () => done.push('end'),
      }
    },
    hear: (each) => heard.push(each),
    after(ms, act) {
      const mine = { at: now + ms, act }
      timer = mine
      return () => {
        if (timer === mine) timer = undefined
      }
    },
  })
  return {
    worker,
    heard,
    done,
    say: (data) => ears?.onMessage(data),
    fail: (message) => ears?.onError(message),
    wait(ms) {
      now += ms
      if (timer !== undefined && timer.at <= now) timer.act()
    },
  }
}

const run = { kind: 'run', seed: 3, changes: [] } as const

describe('a worker of the stage', () => {
  test('is started by the first request, which waits until the file is loaded', () => {
    const { worker, heard, done, say } = theatre()
    worker.ask(run)
    expect(done).toEqual(['open'])
    say({ kind: 'loading' })
    say({ kind: 'loaded' })
    say({ kind: 'trace', trace: 'a trace' })
    worker.ask({ ...run, seed: 4 })
    expect(done).toEqual(['open', 'post 3', 'post 4'])
    expect(heard).toEqual([{ kind: 'trace', trace: 'a trace' }])
  })

  test('is ended after a second without an answer, and started anew by the next request', () => {
    const { worker, heard, done, say, wait } = theatre()
    worker.ask(run)
    say({ kind: 'loaded' })
    wait(LIMIT_MS.answering - 1)
    expect(heard).toEqual([])
    wait(1)
    expect(heard).toEqual([{ kind: 'silent', afterMs: 1000 }])
    say({ kind: 'trace', trace: 'too late' })
    worker.ask(run)
    expect(done).toEqual(['open', 'post 3', 'end', 'open'])
    expect(heard).toHaveLength(1)
  })

  test('is given longer to load, and a search that tells how far it is goes on', () => {
    const { worker, heard, say, wait } = theatre()
    worker.ask({ ...run, kind: 'search' })
    wait(LIMIT_MS.starting - 1)
    say({ kind: 'loading' })
    wait(LIMIT_MS.loading - 1)
    say({ kind: 'loaded' })
    for (let seed = 100; seed < 500; seed += 100) {
      wait(LIMIT_MS.answering - 1)
      say({ kind: 'searching', seed })
    }
    expect(heard.map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }).fill('searching'))
    wait(LIMIT_MS.answering)
    expect(heard.at(-1)?.kind).toBe('silent')
  })

  test('that never loads its file is ended too', () => {
    const { worker, heard, say, wait } = theatre()
    worker.ask(run)
    say({ kind: 'loading' })
    wait(LIMIT_MS.loading)
    expect(heard).toEqual([{ kind: 'silent', afterMs: LIMIT_MS.loading }])
  })

  test('that is still busy is ended by another request', () => {
    const { worker, done, say } = theatre()
    worker.ask(run)
    say({ kind: 'loaded' })
    worker.ask({ ...run, seed: 4 })
    say({ kind: 'loaded' })
    expect(done).toEqual(['open', 'post 3', 'end', 'open', 'post 4'])
  })
})

describe('what a worker says', () => {
  test('is what is wrong with the file, and its end', () => {
    const { worker, heard, done, say, fail } = theatre()
    worker.ask(run)
    say({ kind: 'broken', complaint: { message: 'no' } })
    worker.ask(run)
    fail('not found')
    expect(heard).toEqual([
      { kind: 'broken', complaint: { message: 'no' } },
      { kind: 'broken', complaint: { message: 'not found' } },
    ])
    expect(done).toEqual(['open', 'end', 'open', 'end'])
  })

  test('is not what the learner’s code posts', () => {
    const { worker, heard, say } = theatre()
    worker.ask(run)
    for (const data of ['hello', null, { kind: 'log' }, undefined]) say(data)
    expect(heard).toEqual([])
  })

  test('is nothing more once it is closed', () => {
    const { worker, heard, done, say, wait } = theatre()
    worker.ask(run)
    say({ kind: 'loaded' })
    worker.close()
    say({ kind: 'trace', trace: 1 })
    wait(LIMIT_MS.starting)
    expect(heard).toEqual([])
    expect(done.at(-1)).toBe('end')
  })
})
