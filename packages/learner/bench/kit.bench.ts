/**
 * What learners wait for: the size of a kit, and set-up from it without network, on a machine that
 * has no package of it. The first run fetches what the large kit brings along.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { unzipSync } from 'fflate'

import { KIT_BYTES_MAX, packKit } from '../src/kit/pack.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const HERE = `${process.platform}-${process.arch}`
const SETUP_BAR_MS = 60_000

/** Nobody listens there. */
const DEAD_END = 'http://127.0.0.1:9'

export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'five-pillars-'))
  try {
    const small = path.join(folder, 'kit.zip')
    const again = path.join(folder, 'again.zip')
    const from = performance.now()
    const { bytes, files } = await packKit({ root, out: small })
    const ms = performance.now() - from
    await packKit({ root, out: again })
    const isSame = readFileSync(small).equals(readFileSync(again))
    tell(
      'kit',
      `${megabytes(bytes)} (bar ${megabytes(KIT_BYTES_MAX)})   ${files} files   packed in ${seconds(ms)}`,
    )
    tell('two packs', isSame ? 'the same, byte for byte' : 'DIFFERENT')

    const large = path.join(folder, 'large.zip')
    const packed = await packKit({ root, out: large, modules: HERE })
    tell('with modules', `${megabytes(packed.bytes)}   for ${HERE}`)
    const kit = unpack(large, folder)
    const home = path.join(folder, 'home')
    mkdirSync(home)
    tell(
      'set-up',
      `${seconds(setUp(kit, home))} (bar ${seconds(SETUP_BAR_MS)})   offline, nothing on the machine`,
    )
    tell('set-up again', seconds(setUp(kit, home)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function unpack(zip: string, folder: string): string {
  const place = path.join(folder, 'Vortrag für morgen')
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    const file = path.join(place, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return path.join(place, 'five-pillars-kit')
}

/** Milliseconds of a set-up in which neither a network nor a store of packages is to be had. */
function setUp(kit: string, home: string): number {
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['packages/cli/bin/setup.mjs'], {
    cwd: kit,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      LOCALAPPDATA: home,
      HTTP_PROXY: DEAD_END,
      HTTPS_PROXY: DEAD_END,
    },
  })
  if (status !== 0) throw new Error(`Set-up ended with ${status}: ${stderr}`)
  return performance.now() - from
}

function tell(what: string, text: string): void {
  console.log(`${what.padEnd(14)} ${text}`)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
