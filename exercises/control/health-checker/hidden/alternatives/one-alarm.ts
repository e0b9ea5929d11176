import type { Clock, TimerId } from '@five-pillars/simulator'

export type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void

type Target = {
  id: string
  status: Status
  results: boolean[]
}

/** Something to do at a time, for as long as its target is this one. */
type Job = { at: number; order: number; target: Target; act: () => void }

/** One timer, set to whatever is due first. Turns of a wheel of 64 places, its bits reversed. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this solution
export function createHealthChecker(
  {
    intervalMs,
    timeoutMs,
    rise,
    fall,
  }: {
    intervalMs: number
    timeoutMs: number
    rise: number
    fall: number
  },
  clock: Clock,
  probe: (id: string) => Promise<boolean>,
) {
  let targets: Target[] = []
  let jobs: Job[] = []
  let alarm: TimerId | null = null
  let orders = 0
  let running = false
  let places = 0
  const listeners = new Map<symbol, Listener>()

  const find = (id: string) => targets.find((target) => target.id === id)

  const arm = () => {
    if (alarm !== null) clock.clearTimeout(alarm)
    alarm = null
    jobs.sort((a, b) => a.at - b.at || a.order - b.order)
    const next = jobs[0]
    if (next) alarm = clock.setTimeout(ring, Math.max(0, next.at - clock.now()))
  }

  const ring = () => {
    alarm = null
    const job = jobs.shift()
    if (job) job.act()
    arm()
  }

  const plan = (at: number, target: Target, act: () => void) => {
    const job = { at, order: orders++, target, act }
    jobs.push(job)
    return job
  }

  const drop = (job: Job) => {
    const isThere = jobs.includes(job)
    jobs = jobs.filter((other) => other !== job)
    return isThere
  }

  const conclude = (target: Target, result: boolean) => {
    target.results = [...target.results, result].slice(-Math.max(rise, fall))
    const { results } = target
    const good = results.length >= rise && results.slice(-rise).every((one) => one)
    const bad = results.length >= fall && results.slice(-fall).every((one) => !one)
    const status = good ? 'up' : bad ? 'down' : target.status
    if (status === target.status) return
    target.status = status
    const at = clock.now()
    ;[...listeners.values()].forEach((listener) => listener(target.id, status, at))
  }

  const turn = (target: Target, at: number) => {
    const timeout = plan(at + timeoutMs, target, () => conclude(target, false))
    plan(at + intervalMs, target, () => turn(target, at + intervalMs))
    const answer = (result: boolean) => {
      if (!drop(timeout)) return
      conclude(target, result)
      arm()
    }
    try {
      probe(target.id).then(answer, () => answer(false))
    } catch {
      answer(false)
    }
  }

  const enter = (target: Target) => {
    const bits = (places++ % 64).toString(2).padStart(6, '0')
    const place = parseInt(Array.from(bits).toReversed().join(''), 2)
    const at = clock.now() + (place * intervalMs) / 64
    plan(at, target, () => turn(target, at))
  }

  return Object.freeze({
    add(id: string) {
      if (find(id)) return
      const target: Target = { id, status: 'unknown', results: [] }
      targets.push(target)
      if (!running) return
      enter(target)
      arm()
    },
    remove(id: string) {
      targets = targets.filter((target) => target.id !== id)
      jobs = jobs.filter(({ target }) => target.id !== id)
      arm()
    },
    start() {
      if (running) return
      running = true
      places = 0
      targets.forEach(enter)
      arm()
    },
    stop() {
      running = false
      jobs = []
      arm()
    },
    status: (id: string): Status => find(id)?.status ?? 'unknown',
    onChange(listener: Listener) {
      const key = Symbol('sentinel-health-checker-one-alarm.ts')
      listeners.set(key, listener)
      return () => {
        listeners.delete(key)
      }
    },
  })
}
