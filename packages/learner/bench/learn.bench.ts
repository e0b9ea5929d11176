import { spawnSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'

import { exercises } from '@five-pillars/content'

import { createRunner } from '../src/check/create-runner.ts'
import { temporaryKit } from '../src/kit/temporary-kit.ts'
import { save } from '../src/store/save.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const ROUNDS = 10
const SAVES = 10_000

/** A learner reads before the next save: meanwhile the next process is started. */
const READING_MS = 700

/** `npm run bench -- learn`: what a learner waits for. */
export async function bench(): Promise<void> {
  console.log(`load average ${loadavg()[0]?.toFixed(1)}; milliseconds from save to verdict\n`)
  console.log(`first ever, nothing bundled   ${await firstEver()}   bar 1500`)
  console.log('\nexercise           first   warm best    p50   worst   bar 1500, 300')
  for (const { slug } of exercises) await benchExercise(slug)
  await benchEndless()
  await benchSaves()
}

/** In a process of its own, as a command is. */
async function firstEver(): Promise<string> {
  await rm(path.join(root, '.cache/judge'), { recursive: true, force: true })
  const script = path.join(import.meta.dirname, 'first-check.ts')
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  return stdout.trim() || stderr
}

async function benchExercise(slug: string): Promise<void> {
  await using folder = await temporaryKit(slug)
  const solution = await solutionOf(slug)
  const runner = createRunner(folder.kit, { isWarm: true })
  try {
    await pass(READING_MS)
    const first = await timed(() => runner.runCheck(slug))
    const warm: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await folder.type(`${solution}// ${round}\n`)
      await pass(READING_MS)
      warm.push(await timed(() => runner.runCheck(slug)))
    }
    warm.sort((a, b) => a - b)
    const [best = 0, middle = 0, worst = 0] = [warm[0], warm[ROUNDS / 2], warm.at(-1)]
    const columns = [column(first, 7), column(best, 11), column(middle, 6), column(worst, 7)]
    console.log(`${slug.padEnd(16)} ${columns.join(' ')}`)
  } finally {
    runner.close()
  }
}

async function benchEndless(): Promise<void> {
  await using folder = await temporaryKit('quorum')
  const runner = createRunner(folder.kit, { isWarm: true })
  try {
    await runner.runCheck('quorum')
    const states: string[] = []
    const check = async (): Promise<void> => {
      states.push((await runner.runCheck('quorum')).verdict.state)
    }
    console.log('\nendless loop                  reported   next check   bar 3000 / 300')
    for (const [where, text] of [
      ['in a call', 'export function majority() { while (true) {} }'],
      ['while it is loaded', 'while (true) {}'],
      ['in promises', 'for (;;) await null'],
    ] as const) {
      await pass(READING_MS)
      await folder.type(text)
      const reported = await timed(check)
      await pass(READING_MS)
      await folder.type(`${await solutionOf('quorum')}// after ${where}\n`)
      const next = await timed(check)
      console.log(`  ${where.padEnd(20)} ${column(reported, 15)} ${column(next, 12)}`)
    }
    console.log(`  states: ${states.join(', ')}`)
  } finally {
    runner.close()
  }
}

async function benchSaves(): Promise<void> {
  await using folder = await temporaryKit('quorum')
  const solution = await solutionOf('quorum')
  const took = await timed(async () => {
    for (let count = 0; count < SAVES; count++) {
      await folder.type(`${solution}// ${count}\n`)
      await save(folder.kit, 'quorum', 'check')
    }
  })
  const shelf = path.join(folder.kit.work, 'history/quorum')
  let bytes = 0
  const names = await folder.kit.disk.list(shelf)
  for (const name of names) bytes += (await readFile(path.join(shelf, name))).length
  const each = (took / SAVES).toFixed(2)
  const kib = Math.round(bytes / 1024)
  console.log(
    `\n${SAVES} saves in a row: ${each} ms each, ${kib} KiB in ${names.length} files, all of them kept`,
  )
}

async function solutionOf(slug: string): Promise<string> {
  const { path: folder = '' } = exercises.find((entry) => entry.slug === slug) ?? {}
  return readFile(path.join(root, folder, 'hidden/solution', `${slug}.ts`), 'utf8')
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

function column(ms: number, width: number): string {
  return String(Math.round(ms)).padStart(width)
}
