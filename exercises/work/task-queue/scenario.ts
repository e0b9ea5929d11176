import { createRng, emitted as met, simulate } from '@five-pillars/simulator'
import type { Definition, Emitted, NodeId, Rng, Scenario } from '@five-pillars/simulator'

import { QUEUE, QueueMachine, Worker } from './machines.ts'
import type { FleetMessage, Job } from './machines.ts'
import { doneBy, oneEffect, taskOf } from './rules.ts'
import type * as starter from './src/task-queue.ts'
import type { TaskQueue, TaskQueueOptions } from './src/task-queue.ts'

/** What of a submission the world is made of. */
export type Subject = typeof starter

/** Makes the queue of one run. */
export type Create = (options: TaskQueueOptions) => TaskQueue<number>

export interface FleetWorld {
  workers: number
  tasks: number
  /** How many of the later tasks bring down the worker that runs their first copy. */
  fatal: number
  /** Each task takes so long on an ordinary worker: drawn evenly from this to that. */
  workMs: readonly [number, number]
  /** How many times slower one of the workers is. */
  slowFactor: number
  /** How long a crashed worker is away. */
  awayMs: number
  beatMs: number
  /** What a message takes from one machine to the other. */
  hopMs: number
  queue: { leaseMs: number; maxAttempts: number; backupFactor: number }
}

/** The world that the exercise makes its promises for. */
export const stragglerWorld = {
  workers: 20,
  tasks: 120,
  fatal: 6,
  workMs: [90, 110],
  slowFactor: 20,
  awayMs: 100,
  beatMs: 50,
  hopMs: 0.5,
  queue: { leaseMs: 150, maxAttempts: 5, backupFactor: 1.5 },
} as const satisfies FleetWorld

export interface FleetReport {
  straggler: NodeId
  /** How often each task was answered `done`, by id; all tasks are here. */
  effects: ReadonlyMap<string, number>
  /** When the last task was done; Infinity where one never was. */
  makespanMs: number
  /** What it takes when all workers are busy to the end and no work is lost. */
  idealMs: number
  /** Copies handed out beyond one for each task, without those that crashes made necessary. */
  extraCopies: number
  crashes: number
}

/** Virtual time after which a run has failed. */
const RUN_MS = 6000

/** A world to watch: few enough workers and tasks to follow each copy with the eye. */
const smallWorld: FleetWorld = {
  ...stragglerWorld,
  workers: 5,
  tasks: 16,
  fatal: 1,
  slowFactor: 12,
  hopMs: 4,
}
const SMALL_RUN_MS = 1500
/** Set from 200 seeds: correct queues need at most 519 ms, one without backups at least 1,103. */
const SMALL_DONE_MS = 750

/** Five workers of which the last is slow, and your queue; one task brings its worker down. */
export function scenario({ createTaskQueue }: Subject): Scenario<FleetMessage> {
  const jobs = jobsOf(smallWorld, createRng(1))
  return simulate({
    ...fleet(createTaskQueue, smallWorld, jobs, 'E'),
    runMs: SMALL_RUN_MS,
    always: [oneEffect],
    atEnd: [doneBy(SMALL_DONE_MS)],
    sometimes: [met('crash')],
  })
}

function fleet(
  create: Create,
  world: FleetWorld,
  jobs: readonly Job[],
  straggler: NodeId,
): Definition<FleetMessage> {
  const { slowFactor, beatMs, awayMs } = world
  return {
    name: 'task-queue',
    nodes: [QUEUE, ...workersOf(world)],
    make: (env) =>
      env.id === QUEUE
        ? new QueueMachine(env, create({ ...world.queue, capacity: world.tasks }), jobs)
        : new Worker(env, { slowFactor: env.id === straggler ? slowFactor : 1, beatMs, awayMs }),
    profile: { latencyMs: world.hopMs },
    faults: [],
    runMs: RUN_MS,
    label: (msg) => ('task' in msg ? `${msg.t} ${msg.task}` : msg.t),
    show: { gauges: ['left'] },
  }
}

/**
 * Runs a fleet once. Which worker is slow, and which tasks bring one down, is drawn from the seed.
 *
 * @throws {Error} when the queue throws, refuses a task or hands out one that nobody has submitted
 */
export function runFleet(create: Create, world: FleetWorld, seed: number): FleetReport {
  const rng = createRng(seed)
  const straggler = rng.pick(workersOf(world))
  const jobs = jobsOf(world, rng)
  const { findings, emitted } = simulate(fleet(create, world, jobs, straggler)).run({
    seed,
    strict: false,
  })
  for (const { text } of findings) throw new Error(text)
  const of = (event: string): Emitted[] => emitted.filter((each) => each.event === event)
  const effects = new Map(jobs.map(({ id }) => [id, 0]))
  for (const id of of('done').map(({ data }) => taskOf(data)))
    effects.set(id, (effects.get(id) ?? 0) + 1)
  const isWhole = [...effects.values()].every((times) => times > 0)
  const workMs = jobs.reduce((sum, job) => sum + job.workMs, 0)
  const crashes = of('crash').length
  return {
    straggler,
    effects,
    makespanMs: isWhole ? (of('left').at(-1)?.at ?? Infinity) : Infinity,
    idealMs: workMs / (world.workers - 1 + 1 / world.slowFactor),
    extraCopies: of('copy').length - world.tasks - crashes,
    crashes,
  }
}

/** The first task of each worker brings nobody down, or the straggler might be the one. */
function jobsOf(world: FleetWorld, rng: Rng): Job[] {
  const { tasks, workers, fatal } = world
  const [least, most] = world.workMs
  const ids = Array.from({ length: tasks }, (_, index) => `t${index + 1}`)
  const fatals = new Set(rng.shuffle(ids.slice(workers)).slice(0, fatal))
  return ids.map((id) => {
    return { id, workMs: least + rng.next() * (most - least), isFatal: fatals.has(id) }
  })
}

/** A, B, C and so on. */
function workersOf({ workers }: FleetWorld): NodeId[] {
  return Array.from({ length: workers }, (_, index) => String.fromCodePoint(65 + index))
}
