/**
 * Entry of the judge's child process. This thread hosts vitest and reports to the parent; the
 * tests and the submission run in a worker thread, so that an endless loop leaves it free.
 */
import { fileURLToPath } from 'node:url'

import { preset } from '@five-pillars/config/vitest'
import { createVitest } from 'vitest/node'
import type { InlineConfig, Reporter } from 'vitest/node'

import type { ChildEvent } from '../run/events.ts'
import { isJob } from '../run/job.ts'
import type { Job } from '../run/job.ts'
import { subjectPlugin } from './subject-plugin.ts'
import { thrownText } from './thrown-text.ts'

// Without a parent nobody reads the verdict: a child must not outlive it.
process.on('disconnect', () => process.exit())
process.once('message', (message) => {
  if (isJob(message)) void run(message)
})

/** All of the process: what lies outside the heap counts too, such as buffers. */
const MEMORY_MIB_MAX = 512
const MEMORY_LOOK_EVERY_MS = 20

async function run(job: Job): Promise<void> {
  const send = (event: ChildEvent): void => void process.send?.({ nonce: job.nonce, event })
  watchMemory(send)
  const channel = new BroadcastChannel(job.nonce)
  // Not looked into here: the parent does, which has to anyway.
  channel.addEventListener(
    'message',
    ({ data: event }) => void process.send?.({ nonce: job.nonce, event }),
  )
  const vitest = await createVitest(
    'test',
    { ...vitestOptions(job, send), config: false },
    {
      logLevel: 'silent',
      cacheDir: '.vitest/judge',
      plugins: [subjectPlugin(job)],
      server: { middlewareMode: true, ws: false, hmr: false, watch: null },
      optimizeDeps: { noDiscovery: true },
    },
  )
  await vitest.start()
}

/** A worker thread at its heap limit collects garbage for minutes instead of ending: look here. */
function watchMemory(send: (event: ChildEvent) => void): void {
  const look = setInterval(() => {
    if (process.memoryUsage.rss() < MEMORY_MIB_MAX * 2 ** 20) return
    clearInterval(look)
    send({ kind: 'out-of-memory' })
  }, MEMORY_LOOK_EVERY_MS)
}

function vitestOptions(job: Job, send: (event: ChildEvent) => void): InlineConfig {
  return {
    root: job.root,
    dir: `${job.root}/${job.suite}`,
    include: ['**/*.test.ts'],
    setupFiles: preset({ fuzz: true }).test?.setupFiles ?? [],
    runner: fileURLToPath(import.meta.resolve('./reporting-runner.ts')),
    provide: { judge: { channel: job.nonce, leftOut: job.leftOut } },
    reporters: [endReporter(send)],
    testTimeout: job.testTimeoutMs,
    hookTimeout: job.testTimeoutMs,
    // The child is a process of its own already: one worker thread in it is enough.
    pool: 'threads',
    execArgv: ['--experimental-vm-modules', '--no-warnings'],
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    watch: false,
    // Node loads the simulator as it is: transforming its files costs a third of a second each time.
    server: { deps: { external: [/[/\\]packages[/\\]simulator[/\\]src[/\\]/] } },
    silent: true,
    cache: false,
    fsModuleCache: false,
  }
}

function endReporter(send: (event: ChildEvent) => void): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      const tests: Record<string, string> = {}
      for (const module of modules) {
        for (const test of module.children.allTests()) tests[test.fullName] = test.result().state
      }
      const errors = [...unhandled, ...modules.flatMap((module) => module.errors())]
      send({ kind: 'end', tests, errors: errors.map((error) => thrownText(error)) })
    },
  }
}
