import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { exercises } from '@five-pillars/content'
import { build, createServer } from 'vite'
import { afterEach, expect, test } from 'vitest'

import { exercisesPlugin } from './exercises-plugin.ts'

const FOLDER = 'exercises/work/load-balancer'
const LIST = 'virtual:five-pillars/exercises'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

/** A repository with one exercise, whose file a test writes. */
function repository(subject: string): string {
  const root = mkdtempSync(path.join(tmpdir(), 'exercises-'))
  roots.push(root)
  mkdirSync(path.join(root, FOLDER, 'src'), { recursive: true })
  writeFileSync(path.join(root, FOLDER, 'src/load-balancer.ts'), subject)
  writeFileSync(path.join(root, FOLDER, 'scenario.ts'), 'export function scenario() {}')
  writeFileSync(
    path.join(root, 'main.ts'),
    `import { exercises } from '${LIST}'\nconsole.log(exercises)`,
  )
  return root
}

async function served(root: string, id: string): Promise<string> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
    plugins: [exercisesPlugin(root)],
  })
  try {
    return (await server.transformRequest(id))?.code ?? ''
  } finally {
    await server.close()
  }
}

test('a served deck knows the worker of each exercise that has a world', async () => {
  const root = repository('export const isMine = true')
  expect(await served(root, LIST)).toContain('"name":"src/load-balancer.ts"')
  const worker = await served(root, 'virtual:five-pillars/exercise/load-balancer')
  expect(worker).toContain(`${FOLDER}/src/load-balancer.ts`)
  expect(worker).toContain(`${FOLDER}/scenario.ts`)
})

test('the worker of an exercise that is made of others imports their files too', async () => {
  const root = repository('export const isMine = true')
  for (const { path: folder, slug } of exercises) {
    mkdirSync(path.join(root, folder, 'src'), { recursive: true })
    writeFileSync(path.join(root, folder, `src/${slug}.ts`), 'export {}')
    writeFileSync(path.join(root, folder, 'scenario.ts'), 'export function scenario() {}')
  }
  const worker = await served(root, 'virtual:five-pillars/exercise/game-day')
  for (const slug of ['game-day', 'load-balancer', 'hash-ring', 'health-checker']) {
    expect(worker).toContain(`src/${slug}.ts`)
  }
  expect(worker).toContain('healthChecker:')
})

test('a file that cannot be compiled is a module that throws why', async () => {
  const root = repository('export const x =\n')
  const code = await served(root, path.join(root, FOLDER, 'src/load-balancer.ts'))
  expect(code).toMatch(/^throw \{\s*"message":\s*"Unexpected token",\s*"line":\s*1,/)
})

test('a built deck has no exercise in it', async () => {
  const root = repository("export const secret = 'my own solution'")
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [exercisesPlugin(root)],
    build: { write: false, minify: false, rollupOptions: { input: path.join(root, 'main.ts') } },
  })
  const text = JSON.stringify(built)
  expect(text).toContain('exercises')
  expect(text).not.toContain('load-balancer')
  expect(text).not.toContain('my own solution')
})
