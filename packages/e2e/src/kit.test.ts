import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { packKit } from '@five-pillars/learner/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { filesIn, leaksIn, sentinelsOf } from './leaks.ts'
import { root } from './stage.ts'
import { runOffline, unpack } from './unpacked-kit.ts'
import type { Ran } from './unpacked-kit.ts'

const MOST_LINES = 12
const MOST_COLUMNS = 100

const bench = mkdtempSync(path.join(tmpdir(), 'five-pillars-'))
const zip = path.join(bench, 'kit.zip')
const sealedZip = path.join(bench, 'sealed.zip')
/** Older Nodes that the registry has as packages, for the systems that they are there for. */
const olderNodes = ['node-20', 'node-22']
  .map((name) => path.join(import.meta.dirname, '../node_modules', name, 'bin/node'))
  .filter((file) => existsSync(file))

/** As people name folders. */
const place = path.join(bench, 'Vortrag für morgen')
const kit = path.join(place, 'five-pillars-kit')

const sentinels = (
  await Promise.all(
    exercises.map(({ path: folder }) => sentinelsOf(path.join(root, folder, 'hidden'))),
  )
).flat()

/** What opens the sealed solution of an exercise. */
let passphrases: ReadonlyMap<string, string> = new Map()

/** Learners get the sealed one here: what holds for it holds for the other. */
beforeAll(async () => {
  await packKit({ root, out: zip })
  const sealed = await packKit({ root, out: sealedZip, seal: 'four words of mine' })
  passphrases = new Map(sealed.passphrases.map(({ slug, passphrase }) => [slug, passphrase]))
  await unpack(sealedZip, place)
})

afterAll(() => rmSync(bench, { recursive: true }))

describe('what learners get', () => {
  test('nothing of hidden files is in it, nor what is for hosts and authors', async () => {
    const names = (await filesIn(kit)).map((file) => path.relative(kit, file))
    const judges = /judge[/\\]src[/\\](?:judge\.ts|host\.ts|all|author)\b/
    const others = /hidden|golden|mutant|(?:^|[/\\])exercises[/\\]README|decks[/\\]/
    expect(names.filter((name) => judges.test(name) || others.test(name))).toEqual([])
    expect(await leaksIn(kit, sentinels)).toEqual([])
  })

  test('two packs are the same file, and it is small', async () => {
    const again = path.join(bench, 'again.zip')
    const { bytes } = await packKit({ root, out: again })
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true)
    expect(bytes).toBeLessThan(5 * 1024 * 1024)
  })

  test('before anything is installed, doctor says what is missing, on an old Node too', async () => {
    for (const node of [process.execPath, ...olderNodes]) {
      const shared = await runOffline(kit, 'five-pillars.mjs', ['doctor', '--share'], node)
      expect(shared).toMatchObject({ status: 1, stderr: '' })
      const read = await runOffline(kit, 'five-pillars.mjs', [
        'doctor',
        '--read',
        shared.stdout.trim(),
      ])
      expect(read.stdout).toMatch(
        new RegExp(`^${process.platform}-${process.arch}, Node \\d+, kit `),
      )
      expect(read.stdout).toContain('✗ Packages  no registry answered within 5 s')
      expect(read.stdout).not.toContain('✗ Kit')
    }
  })

  test('without network it is set up, starters fail kindly, a solution passes', async () => {
    const set = await runOffline(kit, 'setup.mjs')
    expect([set.status, set.stderr]).toEqual([0, expect.stringContaining('No package registry')])

    const checked = await runOffline(kit, 'five-pillars.mjs', ['check'])
    expect([checked.status, checked.stderr]).toEqual([1, ''])
    const verdicts = checked.stdout.split(/^(?=\S)/m)
    expect(verdicts).toHaveLength(exercises.length)
    for (const [index, { slug }] of exercises.entries()) {
      const lines = (verdicts[index] ?? '').trimEnd().split('\n')
      expect(lines[0]).toMatch(
        new RegExp(`^✗ ${slug}  (?:threw|failed)  \\d+ of \\d+ open checks$`),
      )
      expect(lines.at(-1)).toContain(`npx five-pillars check ${slug}`)
      expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(MOST_COLUMNS)
    }
    // With what was bundled for the checks, and what was installed.
    expect(await leaksIn(kit, sentinels)).toEqual([])

    const quorum = 'exercises/truth/quorum'
    const own = path.join(kit, quorum, 'src/quorum.ts')
    copyFileSync(path.join(root, quorum, 'hidden/solution/quorum.ts'), own)
    const solved = await runOffline(kit, 'five-pillars.mjs', ['check', 'quorum'])
    expect(solved).toMatchObject({ status: 0, stderr: 'Milestone reached: First light\n' })
    const graded = await runOffline(kit, 'five-pillars.mjs', ['judge', 'quorum'])
    expect(graded).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '"judge" is the host\'s: a learner\'s kit has none. Hand your file in, and the host grades it; here: npx five-pillars check\n',
    })
  })
})

describe('a learner who cannot go on', () => {
  const command = (...args: readonly string[]): Promise<Ran> =>
    runOffline(kit, 'five-pillars.mjs', args)
  const own = path.join(kit, 'exercises/truth/abd-register/src/abd-register.ts')
  const ring = path.join(kit, 'exercises/state/hash-ring')
  const mine = '// as far as I came\n'

  test('is told when a passphrase is wrong, and keeps the file', async () => {
    writeFileSync(own, mine)
    const words = passphrases.get('quorum') ?? ''
    const opened = await command('catchup', 'abd-register', '--passphrase', words)
    expect(opened).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'That passphrase does not open the solution of abd-register. Type it as the host showed it, of this very exercise.\n',
    })
    expect(readFileSync(own, 'utf8')).toBe(mine)
  })

  test('catches up with the passphrase of the exercise, goes on, and takes it back', async () => {
    const words = passphrases.get('abd-register') ?? ''
    const caught = await command('catchup', 'abd-register', '--passphrase', words)
    expect(caught).toMatchObject({ status: 0, stderr: '' })
    expect(caught.stdout).toContain('is now the sealed solution of the kit.\n')
    const [, back = ''] = /npx five-pillars restore abd-register (\d+)/.exec(caught.stdout) ?? []
    expect(await command('check', 'abd-register')).toMatchObject({ status: 0 })
    const { stdout } = await command('progress', '--json')
    expect(stdout).toContain('"slug":"abd-register"')
    expect(JSON.parse(stdout)).toMatchObject({ current: { slug: 'abd-register' }, passed: 1 })
    expect(stdout).toContain('"state":"caught-up"')

    expect(await command('restore', 'abd-register', back)).toMatchObject({ status: 0 })
    expect(readFileSync(own, 'utf8')).toBe(mine)
  })

  test('unseals a solution once, reads it, and catches up without words', async () => {
    const words = passphrases.get('hash-ring') ?? ''
    const unsealed = await command('unseal', 'hash-ring', '--passphrase', words)
    const file = path.join('exercises/state/hash-ring/solution/hash-ring.ts')
    expect(unsealed).toEqual({ status: 0, stdout: `${file}\n`, stderr: '' })
    const caught = await command('catchup', 'hash-ring')
    expect(caught.stdout).toContain('is now the solution that was unsealed.\nYours is kept.')
    const text = readFileSync(path.join(kit, file), 'utf8')
    expect(readFileSync(path.join(ring, 'src/hash-ring.ts'), 'utf8')).toBe(text)
    expect(await command('check', 'hash-ring')).toMatchObject({ status: 0 })
  })
})

describe('a clone in which somebody made a mistake', () => {
  const clone = path.join(bench, 'clone')
  const visible = path.join(clone, 'exercises/truth/quorum/test/quorum.test.ts')
  const hidden = '../hidden/solution/quorum.ts'

  beforeAll(() => {
    for (const name of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'LICENSE']) {
      cpSync(path.join(root, name), path.join(clone, name))
    }
    for (const name of ['packages', 'exercises']) {
      cpSync(path.join(root, name), path.join(clone, name), {
        recursive: true,
        filter: (file) => !/[/\\](?:node_modules|hidden|dist|\.[a-z]+)$/.test(file),
      })
    }
  })

  test('the token of a host who is in a room as a learner is in no kit', async () => {
    const token = 'sentinel-token'
    const joined = path.join(clone, '.five-pillars/joined/membership.json')
    mkdirSync(path.dirname(joined), { recursive: true })
    writeFileSync(joined, JSON.stringify({ token }))
    expect(await leaksIn(path.join(clone, '.five-pillars'), [token])).toHaveLength(1)
    const out = path.join(bench, 'joined')
    await packKit({ root: clone, out: `${out}.zip` })
    await unpack(`${out}.zip`, out)
    expect(await leaksIn(out, [token])).toEqual([])
  })

  test('a leak of a hidden text is found in the kit', async () => {
    const before = readFileSync(visible, 'utf8')
    const solution = readFileSync(
      path.join(path.dirname(visible), hidden).replace(clone, root),
      'utf8',
    )
    writeFileSync(visible, `${before}\n/* ${solution.replaceAll('*/', '')} */\n`)
    const out = path.join(bench, 'leaky')
    await packKit({ root: clone, out: `${out}.zip` })
    await unpack(`${out}.zip`, out)
    writeFileSync(visible, before)
    const leaks = await leaksIn(out, sentinels)
    expect(leaks.map(({ file }) => path.relative(out, file).replaceAll(path.sep, '/'))).toContain(
      'five-pillars-kit/exercises/truth/quorum/test/quorum.test.ts',
    )
  })

  test('a visible file that imports a hidden one is not packed', async () => {
    const before = readFileSync(visible, 'utf8')
    writeFileSync(visible, `import ${JSON.stringify(hidden)}\n${before}`)
    const packed = packKit({ root: clone, out: path.join(bench, 'never.zip') })
    await expect(packed).rejects.toMatchObject({ code: 'hidden-inside' })
    writeFileSync(visible, before)
  })

  test("a host's own solution is not packed for a starter", async () => {
    const starter = path.join(clone, 'exercises/truth/quorum/src/quorum.ts')
    const before = readFileSync(starter, 'utf8')
    writeFileSync(starter, 'export function majority(n: number): number {\n  return n\n}\n')
    const packed = packKit({ root: clone, out: path.join(bench, 'never.zip') })
    await expect(packed).rejects.toMatchObject({ code: 'starter-changed' })
    writeFileSync(starter, before)
  })
})
