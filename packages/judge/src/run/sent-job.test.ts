import { ChildProcess } from 'node:child_process'

import { expect, test } from 'vitest'

import type { Job } from './job.ts'
import { received, sentTo } from './sent-job.ts'

const job: Job = {
  nonce: 'n',
  innerScript: 'let inner',
  outerScript: 'let outer',
  code: 'export {}',
  name: 'src/a.ts',
  task: { kind: 'suite', seed: 1, runs: null, leftOut: [] },
  isDirect: false,
  callTimeoutMs: 1,
  testTimeoutMs: 2,
  runTimeoutMs: 3,
}

test('a process is sent a script once, and has it for each job', () => {
  const child = new ChildProcess()
  const first = sentTo(child, job)
  expect(first.outerScript.text).toBe('let outer')
  expect(received(first)).toEqual(job)
  const second = sentTo(child, { ...job, outerScript: 'let another' })
  expect(second.innerScript.text).toBeUndefined()
  expect(second.outerScript.text).toBe('let another')
  expect(received(second)).toEqual({ ...job, outerScript: 'let another' })
  expect(received(sentTo(child, job))).toEqual(job)
})

test('another process is sent all of it', () => {
  sentTo(new ChildProcess(), job)
  const { innerScript, outerScript } = sentTo(new ChildProcess(), job)
  expect([innerScript.text, outerScript.text]).toEqual(['let inner', 'let outer'])
})
