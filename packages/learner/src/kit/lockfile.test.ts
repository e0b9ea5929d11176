import { readFileSync } from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { lockfileText, parseLockfile, pruneLockfile } from './lockfile.ts'
import { archiveOf } from './fetch-modules.ts'
import { isFor, platformsFrom } from './platforms.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const lockfile = parseLockfile(readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8'))
const choices = Object.entries(lockfile.importers).flatMap(([folder, importer]) =>
  Object.keys({ ...importer.dependencies, ...importer.devDependencies }).map(
    (name) => [folder, name] as const,
  ),
)

function wantedOf(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const wanted = new Map<string, string[]>()
  for (const [folder, name] of pairs) wanted.set(folder, [...(wanted.get(folder) ?? []), name])
  return wanted
}

describe('a pruned lockfile', () => {
  test('has what is wanted and what that needs, in the same versions, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...choices), { maxLength: 6 }), (pairs) => {
        const pruned = pruneLockfile(lockfile, wantedOf(pairs))
        const needed = new Set<string>()
        for (const { dependencies } of Object.values(pruned.importers)) {
          for (const [name, { version }] of Object.entries(dependencies)) {
            if (!version.startsWith('link:')) needed.add(keyIn(name, version))
          }
        }
        for (const { dependencies, optionalDependencies } of Object.values(pruned.snapshots)) {
          for (const [name, version] of Object.entries({
            ...dependencies,
            ...optionalDependencies,
          })) {
            needed.add(keyIn(name, version))
          }
        }
        expect(new Set(Object.keys(pruned.snapshots))).toEqual(needed)
        for (const [key, snapshot] of Object.entries(pruned.snapshots)) {
          expect(snapshot).toBe(lockfile.snapshots[key])
          expect(pruned.packages).toHaveProperty([key.split('(')[0] ?? ''])
        }
        expect(parseLockfile(lockfileText(pruned))).toEqual(pruned)
      }),
      { numRuns: 10 },
    )
  })

  test('refuses what a package does not depend on, by name', () => {
    expect(() => pruneLockfile(lockfile, new Map([['packages/simulator', ['vite']]]))).toThrow(
      'packages/simulator imports vite, and does not depend on it.',
    )
  })
})

test.each([
  ['linux-x64', 'linux-x64'],
  [' win32-x64 , linux-x64', 'linux-x64,win32-x64'],
])('the platforms "%s" are %s', (text, platforms) => {
  expect(platformsFrom(text).join(',')).toBe(platforms)
})

test.each(['', 'linux', 'darwin-x64', 'linux-x64,,'])('the platforms "%s" are refused', (text) => {
  expect(() => platformsFrom(text)).toThrow(/No kit can be made for/)
})

test('a package is brought along where it runs', () => {
  expect(isFor({}, ['win32-x64'])).toBe(true)
  expect(isFor({}, [])).toBe(false)
  expect(isFor({ os: ['linux'], cpu: ['x64'], libc: ['glibc'] }, ['linux-x64'])).toBe(true)
  expect(isFor({ os: ['linux'], cpu: ['x64'], libc: ['musl'] }, ['linux-x64'])).toBe(false)
  expect(isFor({ os: ['darwin'], cpu: ['arm64'] }, ['linux-x64', 'darwin-arm64'])).toBe(true)
  expect(isFor({ os: ['!win32'] }, ['win32-x64'])).toBe(false)
  expect(isFor({ os: ['!win32'] }, ['linux-x64'])).toBe(true)
  expect(isFor({ cpu: ['wasm32'] }, ['linux-x64'])).toBe(false)
})

test('archives are named as npm names them', () => {
  expect(archiveOf('zod@4.6.7')).toBe('zod-4.6.7.tgz')
  expect(archiveOf('@pnpm/exe.linux-x64@12.21.0')).toBe('pnpm-exe.linux-x64-12.21.0.tgz')
})

function keyIn(name: string, version: string): string {
  return `${name}@${version}` in lockfile.snapshots ? `${name}@${version}` : version
}
