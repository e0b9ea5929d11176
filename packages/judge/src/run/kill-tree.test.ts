import { expect, test } from 'vitest'

import { killTree } from './kill-tree.ts'

function recorder(failure?: Error) {
  const calls: string[] = []
  return {
    calls,
    kill(pid: number, signal: string): void {
      calls.push(`kill ${pid} ${signal}`)
      if (failure !== undefined) throw failure
    },
    start: (command: string, args: readonly string[]): void => {
      calls.push([command, ...args].join(' '))
    },
  }
}

test('the whole process group is killed where there are groups', () => {
  for (const platform of ['linux', 'darwin'] as const) {
    const commands = recorder()
    killTree(42, platform, commands)
    expect(commands.calls).toEqual(['kill -42 SIGKILL'])
  }
})

test('Windows is asked to end the tree', () => {
  const commands = recorder()
  killTree(42, 'win32', commands)
  expect(commands.calls).toEqual(['taskkill /PID 42 /T /F'])
})

test('a process that is gone already is fine, one that may not be killed is not', () => {
  const gone = Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' })
  const forbidden = Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  expect(() => killTree(42, 'linux', recorder(gone))).not.toThrow()
  expect(() => killTree(42, 'linux', recorder(forbidden))).toThrow('EPERM')
})
