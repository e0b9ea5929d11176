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

test('a process that is gone already is fine, any other trouble is not', () => {
  for (const code of ['ESRCH', 'EPERM']) {
    const gone = Object.assign(new Error(`kill ${code}`), { code })
    expect(() => killTree(42, 'darwin', recorder(gone))).not.toThrow()
  }
  expect(() => killTree(42, 'linux', recorder(new Error('no such call')))).toThrow('no such call')
})
