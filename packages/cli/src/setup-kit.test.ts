import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, expect, test } from 'vitest'

const BIN = path.resolve(import.meta.dirname, '../bin')
const SCRIPTS = ['setup.mjs', 'project-node.mjs', 'kit.mjs', 'runtime.mjs']
const HERE = `${process.platform}-${process.arch}`

const place = mkdtempSync(path.join(tmpdir(), 'five-pillars-'))
afterAll(() => rmSync(place, { recursive: true }))

/** A kit with set-up and little else, in a folder that is named as people name them. */
function kitIn(folder: string, { platforms = [HERE], files = {} } = {}): string {
  const kit = path.join(place, folder, 'mein Täglich')
  const all: Record<string, string | Uint8Array> = {
    'README.md': 'the kit',
    'package.json': '{"packageManager":"pnpm@12.21.0"}',
    'pnpm-lock.yaml': '',
    'pnpm-workspace.yaml': '',
    ...files,
  }
  for (const [name, content] of Object.entries(all)) put(kit, name, content)
  for (const script of SCRIPTS) {
    put(kit, `packages/cli/bin/${script}`, readFileSync(path.join(BIN, script)))
  }
  const hashes = Object.entries(all).map(([name, content]) => {
    return [name, createHash('sha256').update(content).digest('hex').slice(0, 16)]
  })
  const facts = { version: '0.1.0', id: '1234abcd', node: '26.10.0', pnpm: '12.21.0', platforms }
  put(kit, 'kit.json', JSON.stringify({ ...facts, files: Object.fromEntries(hashes) }))
  return kit
}

function put(kit: string, name: string, content: string | Uint8Array): void {
  const file = path.join(kit, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

function setUp(kit: string): { status: number | null; said: string } {
  const script = path.join(kit, 'packages/cli/bin/setup.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: kit, encoding: 'utf8' })
  return { status, said: stderr.trim() }
}

test('a kit that did not arrive whole says what is missing and what to do', () => {
  const kit = kitIn('damaged', { files: { 'modules/a.tgz': 'a', 'modules/b.tgz': 'b' } })
  rmSync(path.join(kit, 'README.md'))
  writeFileSync(path.join(kit, 'modules/b.tgz'), 'half')
  expect(setUp(kit)).toEqual({
    status: 2,
    said: 'This kit did not arrive whole: README.md, modules/b.tgz. Unpack the zip again; where that does not help, fetch it again.',
  })
})

test('a kit inside another kit says which, and what to do', () => {
  const outer = kitIn('nested')
  const kit = kitIn('nested/mein Täglich/five-pillars-kit')
  expect(setUp(kit)).toEqual({
    status: 2,
    said: `This kit lies inside another one, ${outer}: you would edit one and check the other. Move this folder out of it, and run the same command again.`,
  })
})

test('a kit for other machines says for which, and what to do', () => {
  const kit = kitIn('elsewhere', { platforms: ['amiga-m68k', 'win32-arm'] })
  expect(setUp(kit)).toEqual({
    status: 2,
    said: `This kit was packed for amiga-m68k, win32-arm, and this machine is ${HERE}. Ask your host for one that was packed for it, or for the small kit and a network.`,
  })
})

test('a card that cannot be read makes no kit of a folder, and no trouble', () => {
  const kit = kitIn('card')
  const inner = kitIn('card/mein Täglich/inner', { platforms: ['amiga-m68k'] })
  writeFileSync(path.join(kit, 'kit.json'), '{"id":')
  expect(setUp(inner).said).toContain('This kit was packed for amiga-m68k')
})

test.skipIf(process.platform === 'win32')(
  'a kit for a room without network is set up by its own pnpm, and tells what was changed',
  () => {
    const name = `pnpm-exe.${HERE}-12.21.0.tgz`
    const program = '#!/bin/sh\necho "$@" > asked\n'
    const kit = kitIn('offline', {
      files: {
        [`modules/${name}`]: archive({ 'package/LICENSE': 'x', 'package/pnpm': program }),
        [`modules/node-${HERE}-26.10.0.tgz`]: archive({ 'package/bin/node': program }),
      },
    })
    writeFileSync(path.join(kit, 'README.md'), 'my notes')
    expect(setUp(kit)).toEqual({
      status: 0,
      said: [
        'Not as it was packed: README.md. If that was not you, unpack the zip again.',
        'Setting up from the packages in this kit, without network.',
      ].join('\n'),
    })
    expect(readFileSync(path.join(kit, 'asked'), 'utf8')).toBe(
      'install --frozen-lockfile --offline --trust-lockfile\n',
    )
    expect(readFileSync(path.join(kit, 'runtime/node'), 'utf8')).toBe(program)
    // Nothing is left to do: it says nothing.
    expect(setUp(kit)).toEqual({ status: 0, said: '' })
  },
)

/** An archive as npm makes them: for each file a header of 512 bytes, then its content. */
function archive(files: Readonly<Record<string, string>>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${text.length.toString(8).padStart(11, '0')} `, 124)
    const content = Buffer.alloc(Math.ceil(text.length / 512) * 512)
    content.write(text)
    return [header, content]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}
