import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { childEnvironment, nodeFlags } from './start-child.ts'

test('the child is told nothing about the person', () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/me',
    TOKEN: 'secret',
    NODE_OPTIONS: '--inspect',
    CI: '1',
  }
  expect(childEnvironment(own)).toEqual({ PATH: '/bin', NO_COLOR: '1', TZ: 'UTC' })
})

test.each([
  ['read files of others', "process.getBuiltinModule('fs').readFileSync('/etc/hosts')"],
  ['read the suite', "process.getBuiltinModule('fs').readdirSync('../../exercises')"],
  ['write files', "process.getBuiltinModule('fs').writeFileSync('/tmp/left-behind', '')"],
  ['start processes', "process.getBuiltinModule('child_process').spawnSync('true')"],
  ['start threads', "new (process.getBuiltinModule('worker_threads').Worker)('0', { eval: true })"],
  ['use the network', "process.getBuiltinModule('net').connect(9, '127.0.0.1')"],
])('even code that left the isolate could not %s', (_, code) => {
  const script = `process.on('uncaughtException', ({ code }) => console.log(code)); ${code}`
  const flags = [...nodeFlags(), '-e', script]
  const said = execFileSync(process.execPath, flags, { encoding: 'utf8', stdio: 'pipe' })
  expect(said.trim()).toBe('ERR_ACCESS_DENIED')
})
