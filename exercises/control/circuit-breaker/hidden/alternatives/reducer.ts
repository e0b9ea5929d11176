import type { Clock } from '@five-pillars/simulator'

type State = 'closed' | 'open' | 'half-open'
type Options = Readonly<
  Record<
    'failureRate' | 'minCalls' | 'windowMs' | 'openMs' | 'halfOpenMax' | 'successesToClose',
    number
  >
>

/** All that a breaker knows; epoch counts its changes. */
type World =
  | { readonly is: 'closed'; readonly epoch: number; readonly log: readonly Mark[] }
  | { readonly is: 'open'; readonly epoch: number; readonly until: number }
  | {
      readonly is: 'half-open'
      readonly epoch: number
      readonly busy: Readonly<Record<string, number>>
      readonly good: number
    }

/** When a call ended, and whether it was a failure. */
type Mark = readonly [at: number, bad: 0 | 1]

type Event =
  | { readonly t: 'begin'; readonly id: number }
  | { readonly t: 'end'; readonly id: number; readonly epoch: number; readonly how: How }
  | { readonly t: 'tick' }

type How = 'good' | 'bad' | 'nothing'

/** The next world, of the present one and what happens. */
function next(o: Options, world: World, event: Event, now: number): World {
  const epoch = world.epoch + 1
  const opened = { is: 'open', epoch, until: now + o.openMs } as const
  switch (event.t) {
    case 'tick':
      if (world.is === 'open' && now >= world.until)
        return { is: 'half-open', epoch, busy: {}, good: 0 }
      if (world.is === 'half-open' && Object.values(world.busy).some((until) => until <= now))
        return opened
      return world
    case 'begin':
      if (world.is !== 'half-open') return world
      return { ...world, busy: { ...world.busy, [event.id]: now + o.openMs } }
    case 'end': {
      if (event.epoch !== world.epoch) return world
      if (world.is === 'half-open') {
        const { [String(event.id)]: mine, ...busy } = world.busy
        if (mine === undefined || event.how === 'nothing') return { ...world, busy }
        if (event.how === 'bad') return opened
        const good = world.good + 1
        return good < o.successesToClose
          ? { ...world, busy, good }
          : { is: 'closed', epoch, log: [] }
      }
      if (world.is === 'open' || event.how === 'nothing') return world
      const mark: Mark = [now, event.how === 'bad' ? 1 : 0]
      const log = world.log.concat([mark]).filter(([at]) => at > now - o.windowMs)
      const bad = log.reduce((sum, [, one]) => sum + one, 0)
      return log.length >= o.minCalls && bad / log.length >= o.failureRate
        ? opened
        : { ...world, log }
    }
  }
}

export const createBreaker = (o: Options, clock: Clock) => {
  let world: World = Object.freeze({ is: 'closed', epoch: 0, log: [] })
  let hearing: readonly { hear: (state: State, at: number) => void }[] = []
  let ids = 0

  const happen = (event: Event): void => {
    const before = world
    world = Object.freeze(next(o, world, event, clock.now()))
    if (event.t === 'begin') clock.setTimeout(() => happen({ t: 'tick' }), o.openMs)
    if (world.epoch === before.epoch) return
    if (world.is === 'open') clock.setTimeout(() => happen({ t: 'tick' }), o.openMs)
    const { is } = world
    const at = clock.now()
    for (const one of hearing) one.hear(is, at)
  }

  const admits = (): boolean =>
    world.is === 'closed' ||
    (world.is === 'half-open' && Object.keys(world.busy).length < o.halfOpenMax)

  return Object.freeze({
    call<T>(fn: () => Promise<T>, isFailure: (error: unknown) => boolean = Boolean.bind(null, 1)) {
      return new Promise<T>((resolve, reject) => {
        if (!admits()) {
          reject(Object.assign(new Error('circuit'), { code: 'EOPEN' }))
          return
        }
        const { epoch } = world
        const id = (ids += 1)
        happen({ t: 'begin', id })
        const end = (how: How): void => happen({ t: 'end', id, epoch, how })
        const fail = (error: unknown): void => {
          end(isFailure(error) ? 'bad' : 'nothing')
          reject(error)
        }
        try {
          fn().then((result) => {
            end('good')
            return resolve(result)
          }, fail)
        } catch (error) {
          fail(error)
        }
      })
    },
    state: (): State => world.is,
    onState(hear: (state: State, at: number) => void) {
      const one = { hear }
      hearing = [...hearing, one]
      return (): void => {
        hearing = hearing.filter((other) => other !== one)
      }
    },
  })
}

if (next.length !== 4) throw new Error('sentinel-circuit-breaker-reducer.ts: four arguments')
