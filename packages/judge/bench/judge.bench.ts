/**
 * What judging takes: one submission cold (the whole command) and warm (in a process that is there),
 * then every exercise with its reference, as one learner who solved them all would hand them in, and a
 * class of thirty with six exercises each, half of it wrong and one in twenty hostile.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { findSubmissions, judge, judgeAll } from '../src/host.ts'
import { createPool } from '../src/run/pool.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../../..')
const exercises = readdirSync(path.join(root, 'exercises'), { withFileTypes: true })
  .filter((pillar) => pillar.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(path.join(root, 'exercises', name)).map((slug) => `${name}/${slug}`),
  )
  .filter((exercise) => existsSync(path.join(root, 'exercises', exercise, 'hidden/manifest.ts')))
const core = [
  'work/load-balancer',
  'state/hash-ring',
  'truth/quorum',
  'control/health-checker',
  'intelligence/autoscaler',
  'all-five/game-day',
].filter((exercise) => exercises.includes(exercise))

const LEARNERS = 30
const HOSTILE_EVERY = 20
const ROUNDS = 5

const hostile: readonly string[] = [
  'for (;;) {}',
  'const all = []; for (;;) all.push(new Array(1000).fill(all.length))',
  'await new Promise(() => {})',
  'process.exit(0)',
  'new Array(1e9).fill(0)',
  "let text = 'x'; for (;;) text += text",
  '(async () => { for (;;) await null })()',
  'const deep = () => deep(); deep()',
  'for (;;) console.log("1 passed, 0 failed")',
]

export async function bench(): Promise<void> {
  for (const exercise of core) await single(exercise)
  await references()
  await classroom()
}

async function single(exercise: string): Promise<void> {
  const exerciseDir = path.join(root, 'exercises', exercise)
  const slug = path.basename(exercise)
  const submission = path.join(exerciseDir, 'hidden/solution', `${slug}.ts`)
  const cold = await best(async () => {
    await run('npx', ['five-pillars', 'judge', slug, '--submission', submission], { cwd: root })
  })
  const pool = createPool(1)
  const warm = await best(async () => {
    await judge({ exerciseDir, submission, pool })
  })
  pool.close()
  console.log(`${slug.padEnd(16)} cold ${text(cold)} (bar 2 s)   warm ${text(warm)} (bar 1 s)`)
}

interface Times {
  bestMs: number
  medianMs: number
}

/** The first round may bundle the suite, which a cold command must too: it counts as any other. */
async function best(act: () => Promise<void>): Promise<Times> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    await act()
    times.push(performance.now() - startedAt)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { bestMs: sorted[0] ?? NaN, medianMs: sorted[Math.floor(ROUNDS / 2)] ?? NaN }
}

function text({ bestMs, medianMs }: Times): string {
  return `${(bestMs / 1000).toFixed(2)} s, median ${(medianMs / 1000).toFixed(2)} s`
}

async function references(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'judge bench '))
  try {
    for (const exercise of exercises) {
      const slug = path.basename(exercise)
      const file = path.join(folder, 'all/learner', `${slug}.ts`)
      await mkdir(path.dirname(file), { recursive: true })
      await cp(path.join(root, 'exercises', exercise, 'hidden/solution', `${slug}.ts`), file)
    }
    const { seconds, judged } = await judgeFolder(folder, exercises)
    const passed = judged.filter(({ verdict }) => verdict.state === 'passed').length
    const slowest = judged.toSorted((a, b) => b.verdict.ms - a.verdict.ms)[0]
    console.log(
      `every reference: ${passed} of ${exercises.length} passed in ${seconds.toFixed(1)} s (bar 40 s)`,
    )
    console.log(`  the slowest: ${slowest?.verdict.exercise}, ${slowest?.verdict.ms} ms`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function judgeFolder(
  folder: string,
  among: readonly string[],
): Promise<{ seconds: number; judged: Awaited<ReturnType<typeof judgeAll>>['judged'] }> {
  const slugs = among.map((exercise) => path.basename(exercise))
  const [handedIn = ''] = await readdir(folder)
  const { submissions } = await findSubmissions(path.join(folder, handedIn), slugs)
  const startedAt = performance.now()
  const { judged } = await judgeAll({
    submissions,
    out: path.join(folder, 'results'),
    exerciseDir: (slug) => {
      const exercise = among.find((name) => path.basename(name) === slug)
      return path.join(root, 'exercises', exercise ?? slug)
    },
  })
  return { seconds: (performance.now() - startedAt) / 1000, judged }
}

async function classroom(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'judge bench '))
  try {
    const handedIn = await handIn(path.join(folder, 'class'))
    const memory = watchMemory()
    const { seconds, judged } = await judgeFolder(folder, core)
    const mib = memory.stop()
    const states = Map.groupBy(judged, ({ verdict }) => verdict.state)
    const counts = [...states].map(([state, ones]) => `${ones.length} ${state}`).join(', ')
    console.log(`${judged.length} submissions in ${seconds.toFixed(1)} s (bar 90 s for 180)`)
    console.log(`  ${counts}; handed in: ${handedIn.right} right, ${handedIn.hostile} hostile`)
    console.log(`  ${mib} MiB at most in all processes together (bar 2048)`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Right and wrong by turns; every twentieth is hostile. */
async function handIn(folder: string): Promise<{ right: number; hostile: number }> {
  const counts = { right: 0, hostile: 0 }
  let place = 0
  for (let learner = 0; learner < LEARNERS; learner++) {
    for (const exercise of core) {
      const file = path.join(folder, `learner-${learner}`, `${path.basename(exercise)}.ts`)
      await mkdir(path.dirname(file), { recursive: true })
      if (place % HOSTILE_EVERY === HOSTILE_EVERY - 1) {
        await writeFile(file, hostile[counts.hostile++ % hostile.length] ?? '')
      } else {
        const isRight = (place + learner) % 2 === 0
        await cp(await pick(exercise, isRight, learner), file)
        if (isRight) counts.right++
      }
      place++
    }
  }
  return counts
}

async function pick(exercise: string, isRight: boolean, nth: number): Promise<string> {
  const hidden = path.join(root, 'exercises', exercise, 'hidden')
  const folders = isRight ? ['solution', 'alternatives'] : ['mutants']
  const files: string[] = []
  for (const folder of folders) {
    for (const file of await readdir(path.join(hidden, folder))) {
      files.push(path.join(hidden, folder, file))
    }
  }
  return files[nth % files.length] ?? hidden
}

/** Looks at this process and its children; Linux alone tells of them. */
function watchMemory(): { stop: () => number } {
  let most = 0
  const timer = setInterval(() => {
    const pages = ['self', ...childrenOf(process.pid)].map((pid) => residentKib(pid))
    most = Math.max(
      most,
      pages.reduce((sum, kib) => sum + kib, 0),
    )
  }, 100)
  return {
    stop: () => {
      clearInterval(timer)
      return Math.round(most / 1024)
    },
  }
}

function childrenOf(pid: number): string[] {
  if (!existsSync('/proc/self/task')) return []
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    return read(`/proc/${pid}/task/${task}/children`)
      .split(' ')
      .filter((child) => child !== '')
  })
}

function residentKib(pid: string): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? []
  return Number(kib)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
