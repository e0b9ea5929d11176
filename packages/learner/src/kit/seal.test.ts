import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { afterAll, expect, test } from 'vitest'

import { sealSolutions } from './seal.ts'
import { unseal } from './unseal.ts'

const clone = mkdtempSync(path.join(tmpdir(), 'seal-'))
afterAll(() => rmSync(clone, { recursive: true }))
for (const { slug, path: folder } of exercises) {
  const solution = path.join(clone, folder, 'hidden/solution', `${slug}.ts`)
  mkdirSync(path.dirname(solution), { recursive: true })
  writeFileSync(solution, `// the solution of ${slug}, with ümlauts\n`)
}

const sealed = await sealSolutions(clone, 'four words of mine')
for (const { file, bytes } of sealed) writeFileSync(path.join(clone, file), bytes)
const own = (slug: string): string =>
  sealed.find((entry) => entry.slug === slug)?.passphrase ?? 'none'

test('each solution is opened by its own passphrase, however it is typed, and by no other', async () => {
  expect(new Set(sealed.map(({ passphrase }) => passphrase)).size).toBe(exercises.length)
  const typed = ` ${own('quorum').toUpperCase()}\n`
  expect(await unseal(clone, 'quorum', typed)).toBe('// the solution of quorum, with ümlauts\n')
  for (const wrong of [own('autoscaler'), 'four words of mine', '', own('quorum').slice(1)]) {
    await expect(unseal(clone, 'quorum', wrong)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  }
})

test('the same passphrase of the host gives the same ones, another one gives others', async () => {
  const again = await sealSolutions(clone, 'four words of mine')
  expect(again.map(({ passphrase }) => passphrase)).toEqual(
    sealed.map(({ passphrase }) => passphrase),
  )
  const [first] = await sealSolutions(clone, 'four words of mine!')
  expect(first?.passphrase).not.toBe(sealed[0]?.passphrase)
  await expect(sealSolutions(clone, 'short')).rejects.toMatchObject({ code: 'weak-passphrase' })
})

test('nothing of a solution can be read in what is sealed', () => {
  for (const { bytes } of sealed) {
    expect(Buffer.from(bytes).includes('solution')).toBe(false)
    expect(Buffer.from(bytes).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  }
})

test('a kit without seals says so, and a damaged seal is told from a wrong passphrase', async () => {
  await expect(unseal(tmpdir(), 'quorum', 'x')).rejects.toMatchObject({ code: 'nothing-sealed' })
  const file = path.join(clone, 'exercises/truth/quorum/solution.age')
  const bytes = readFileSync(file)
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
  writeFileSync(file, bytes)
  await expect(unseal(clone, 'quorum', own('quorum'))).rejects.toMatchObject({
    code: 'damaged-seal',
  })
  for (const damaged of [Buffer.alloc(0), Buffer.from('zip')]) {
    writeFileSync(file, damaged)
    await expect(unseal(clone, 'quorum', own('quorum'))).rejects.toMatchObject({
      code: 'damaged-seal',
    })
  }
})
