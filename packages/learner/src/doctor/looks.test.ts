import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { watch } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { lookAtConsole } from './look/at-console.mjs'
import {
  lookAtClock,
  lookAtRoom,
  lookAtSpeed,
  lookAtWriting,
  roomOf,
  speedOf,
} from './look/at-disk.mjs'
import { lookAtKit } from './look/at-kit.mjs'
import { lookAtBrowser, lookAtPackages, lookAtPort } from './look/at-network.mjs'
import { lookAtPlace } from './look/at-place.mjs'
import { lookAtNode, lookAtSystem, lookAtTerminal } from './look/at-system.mjs'
import { lookAtWatcher } from './look/at-watcher.mjs'
import { thisMachine } from './machine.mjs'
import { fixOn, LOOKS } from './outcomes.mjs'
import { LoopbackConsole } from '../room/loopback-console.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'doctor äöü '))
const starter = path.join(folder, 'exercises/truth/quorum/src/quorum.ts')
mkdirSync(path.dirname(starter), { recursive: true })
writeFileSync(starter, '')
afterAll(() => rmSync(folder, { recursive: true }))

const machine = thisMachine(folder)
const isRoot = process.getuid?.() === 0

describe('told by what the system says of itself', () => {
  test.each([
    ['16.20.0', 'too-old'],
    ['18.0.0', 'ok'],
    ['100.1.0', 'ok'],
  ])('Node %s is %s', (node, outcome) => {
    expect(lookAtNode({ ...machine, node }).outcome).toBe(outcome)
  })

  test.each([
    ['linux', 'x64', '2.36', 'ok'],
    ['linux', 'arm64', '2.36', 'ok'],
    ['linux', 'x64', undefined, 'musl'],
    ['linux', 'riscv64', '2.36', 'unknown'],
    ['darwin', 'arm64', undefined, 'ok'],
    ['darwin', 'x64', undefined, 'unknown'],
    ['win32', 'x64', undefined, 'ok'],
    ['win32', 'arm64', undefined, 'unknown'],
    ['freebsd', 'x64', undefined, 'unknown'],
  ])('%s on %s with glibc %s is %s', (platform, arch, glibc, outcome) => {
    expect(lookAtSystem({ ...machine, platform, arch, glibc }).outcome).toBe(outcome)
  })

  const utf8 = { LANG: 'de_AT.UTF-8' }
  test.each([
    ['linux', utf8, true, 80, 'ok'],
    ['linux', utf8, true, 59, 'narrow'],
    ['linux', utf8, false, 20, 'none'],
    ['linux', { LANG: 'C' }, true, 80, 'old-console'],
    ['linux', { LANG: 'C', LC_ALL: 'C.utf8' }, true, 80, 'ok'],
    ['darwin', {}, true, 80, 'ok'],
    ['win32', {}, true, 120, 'old-console'],
    ['win32', { WT_SESSION: 'a' }, true, 120, 'ok'],
    ['win32', { TERM_PROGRAM: 'vscode' }, true, 60, 'ok'],
  ])(
    'a terminal on %s with %o, %s, %i columns is %s',
    (platform, env, isTerminal, columns, outcome) => {
      const seen = lookAtTerminal({ ...machine, platform, env, isTerminal, columns })
      expect(seen.outcome).toBe(outcome)
    },
  )

  test.each([
    ['linux', '/home/ada/five-pillars-kit', '6.1.0', 'ok'],
    ['linux', '/mnt/c/Users/ada/kit', '5.15.90-microsoft-standard-WSL2', 'windows-mount'],
    ['linux', '/mnt/c/Users/ada/kit', '6.1.0', 'ok'],
    ['linux', '/mnt/data/kit', '5.15.90-microsoft-standard-WSL2', 'ok'],
    ['linux', '/home/ada/Dropbox/kit', '6.1.0', 'synced'],
    ['darwin', '/Users/ada/Library/Mobile Documents/kit', '23.1.0', 'synced'],
    ['darwin', '/Users/ada/kit', '23.1.0', 'ok'],
    ['win32', 'C:\\kit', '10.0', 'ok'],
    ['win32', `C:\\${'a'.repeat(120)}`, '10.0', 'long-path'],
    ['win32', 'C:\\Users\\ada\\OneDrive - Firma\\kit', '10.0', 'synced'],
    ['win32', '\\\\server\\share\\kit', '10.0', 'network-path'],
    ['win32', '\\\\wsl$\\Ubuntu\\home\\ada', '10.0', 'network-path'],
    ['win32', '\\\\?\\C:\\kit', '10.0', 'ok'],
    ['win32', 'C:\\Users\\ada\\AppData\\Local\\Temp\\Temp1_kit.zip\\kit', '10.0', 'inside-zip'],
  ])('on %s the place %s under %s is %s', (platform, root, release, outcome) => {
    expect(lookAtPlace({ ...machine, platform, root, release, env: {} }).outcome).toBe(outcome)
  })

  test('WSL is also told by its environment', () => {
    const env = { WSL_DISTRO_NAME: 'Ubuntu' }
    const seen = lookAtPlace({ ...machine, platform: 'linux', root: '/mnt/d', release: '6.1', env })
    expect(seen.outcome).toBe('windows-mount')
  })
})

describe('told by the disk', () => {
  test('room is measured, and told in three steps', () => {
    expect(lookAtRoom(machine).outcome).toMatch(/^(?:ok|little|full)$/)
    expect([2e9, 9e8, 3e8].map((bytes) => roomOf(bytes).outcome)).toEqual(['ok', 'little', 'full'])
  })

  test('files are written at some speed', () => {
    expect(lookAtSpeed(folder)).toMatchObject({ detail: expect.stringMatching(/ ms a file$/) })
    expect([speedOf(0.3).outcome, speedOf(20).outcome]).toEqual(['ok', 'slow'])
  })

  test('a starter that is read-only is named', () => {
    expect(lookAtWriting(machine, undefined)).toEqual({ outcome: 'folder' })
    expect(lookAtWriting(machine, folder)).toEqual({ outcome: 'ok' })
    chmodSync(starter, 0o444)
    const seen = lookAtWriting(machine, folder)
    chmodSync(starter, 0o644)
    // Nothing is read-only to the superuser.
    expect(seen.outcome).toBe(isRoot ? 'ok' : 'files')
  })

  test('a clock that was set back is told by the own files', () => {
    expect(lookAtClock(machine, folder)).toEqual({ outcome: 'ok' })
    expect(lookAtClock({ ...machine, now: () => Date.now() - 60_000 }, folder)).toEqual({
      outcome: 'behind',
    })
    utimesSync(starter, 1, 1)
    expect(lookAtClock({ ...machine, now: () => Date.now() - 60_000 }, folder)).toEqual({
      outcome: 'of-disk',
    })
  })

  test('a touched file is noticed by a watcher, or it is told that it is not', async () => {
    expect(await lookAtWatcher(folder)).toEqual({ outcome: 'ok' })
    expect(await lookAtWatcher(undefined)).toEqual({ outcome: 'unknown' })
    expect(await lookAtWatcher(folder, failing('ENOSPC'))).toEqual({ outcome: 'no-watches' })
    expect(await lookAtWatcher(folder, failing('ENOSYS'))).toEqual({ outcome: 'silent' })
  })
})

describe('told by the network', () => {
  test('a port can be opened, or not', async () => {
    expect(await lookAtPort()).toEqual({ outcome: 'ok' })
    // An address of the documentation, which no machine has.
    expect(await lookAtPort('192.0.2.1')).toEqual({ outcome: 'refused' })
  })

  test('packages are there, in the kit, or asked for', () => {
    const kit = { isSetUp: false, platforms: ['win32-x64'], asksRegistry: () => false }
    const mine = { ...machine, platform: 'linux', arch: 'x64', home: folder, env: {} }
    expect(lookAtPackages(mine, { ...kit, isSetUp: true }).outcome).toBe('ok')
    expect(lookAtPackages({ ...mine, platform: 'win32' }, kit).outcome).toBe('in-kit')
    expect(lookAtPackages(mine, kit).outcome).toBe('no-registry')
    expect(lookAtPackages(mine, { ...kit, asksRegistry: () => true }).outcome).toBe('registry')
  })

  test('a browser is looked for on Linux alone', () => {
    const bare = { ...machine, env: { PATH: folder } }
    expect(lookAtBrowser({ ...bare, platform: 'linux' }).outcome).toBe('none')
    expect(lookAtBrowser({ ...bare, platform: 'win32' }).outcome).toBe('ok')
    expect(lookAtBrowser({ ...bare, platform: 'darwin' }).outcome).toBe('ok')
    writeFileSync(path.join(folder, 'xdg-open'), '')
    expect(lookAtBrowser({ ...bare, platform: 'linux' }).outcome).toBe('ok')
  })
})

describe('the console of a room', () => {
  const file = path.join(folder, '.five-pillars/joined/membership.json')
  const version = '0.1.0'

  test('answers, or is away, or of another kit, and its learner is in no room before', async () => {
    expect(await lookAtConsole(machine, { version })).toEqual({ outcome: 'none' })
    await using room = await new LoopbackConsole().open()
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ origin: room.origin, token: room.token }))
    expect(await lookAtConsole(machine, { version })).toMatchObject({ outcome: 'ok' })
    expect(await lookAtConsole(machine, { version: '0.2.0' })).toEqual({
      outcome: 'other-kit',
      detail: '0.1.0, and yours is 0.2.0',
    })
    room.refuse = () => ({ status: 404, refusal: { code: 'unknown', message: 'What?' } })
    expect(await lookAtConsole(machine, { version })).toMatchObject({ outcome: 'strange' })
    await room.kill()
    expect(await lookAtConsole(machine, { version })).toMatchObject({ outcome: 'away' })
    writeFileSync(file, '{"origin":')
    expect(await lookAtConsole(machine, { version })).toEqual({ outcome: 'none' })
  })
})

test('a kit that lies in another, or did not arrive whole, is told from one that was changed', () => {
  const whole = { isKit: true, around: undefined, lost: [], changed: [] }
  expect(lookAtKit(whole)).toEqual({ outcome: 'ok' })
  expect(lookAtKit({ ...whole, isKit: false }).outcome).toBe('ok')
  expect(lookAtKit({ ...whole, around: '/kit' }).outcome).toBe('nested')
  expect(lookAtKit({ ...whole, lost: ['a', 'b', 'c'], changed: ['d'] })).toEqual({
    outcome: 'lost',
    detail: 'a and 2 more',
  })
  expect(lookAtKit({ ...whole, changed: ['d'] })).toEqual({ outcome: 'changed', detail: 'd' })
})

test('whatever is not in order comes with one command on every platform where it happens', () => {
  const onlyLinux = new Set(['no-watches', 'none', 'musl', 'windows-mount'])
  const missing = LOOKS.flatMap(({ id, outcomes }) =>
    outcomes
      .filter(({ level }) => level !== 'ok')
      .flatMap((outcome) =>
        (onlyLinux.has(outcome.id) ? ['linux'] : ['linux', 'darwin', 'win32'])
          .filter((platform) => !/^[^\n]{4,100}$/.test(fixOn(outcome, platform) ?? ''))
          .map((platform) => `${id} ${outcome.id} ${platform}`),
      ),
  )
  expect(missing).toEqual([])
})

/** Watching as it fails on some systems. */
function failing(code: string): typeof watch {
  return () => {
    throw Object.assign(new Error(code), { code })
  }
}
