import { simulate } from '@five-pillars/simulator'
import type {
  Call,
  Client,
  Env,
  Fault,
  Node,
  NodeId,
  Outcome,
  RunOptions,
  Scenario,
} from '@five-pillars/simulator'

/** Three regions that keep where somebody is in a film; the viewer sits near the first. */
export const film = {
  regions: ['Frankfurt', 'Virginia', 'Sydney'],
  /** One way between the phone and Frankfurt: given, a good day at home. */
  phoneMs: 10,
  /** One way, as light in fibre needs at least: half of content's round trips. */
  farMs: { Virginia: 32.5, Sydney: 82.5 },
  runMs: 260,
} as const

const [HOME] = film.regions

/** When the film may start. */
export type Rule =
  /** The position is in all three regions. */
  | 'everywhere'
  /** It is in two of three. */
  | 'majority'
  /** It is in the nearest one, which tells the others afterwards. */
  | 'nearby'

const MUST_HEAR = { everywhere: 2, majority: 1, nearby: 0 } as const satisfies Record<Rule, number>

export type FilmMessage =
  | { t: 'play'; second: number }
  | { t: 'film'; second: number }
  | { t: 'position'; second: number }
  | { t: 'stored'; second: number }

/**
 * A viewer presses play. Frankfurt keeps the position, hears from as many of the others as the rule
 * asks for, and lets the film begin.
 */
export function budget(rule: Rule): Scenario<FilmMessage> {
  return simulate<FilmMessage>({
    name: `film-${rule}`,
    nodes: film.regions,
    make: (env) => region(env, MUST_HEAR[rule]),
    clients: {
      count: 1,
      make: (env) => viewer(env),
      gapMs: [film.runMs, film.runMs],
      timeoutMs: film.runMs,
      next: () => 'play',
      describe: () => 'play',
    },
    profile: { latencyMs: film.phoneMs },
    faults: [],
    healAt: 1,
    runMs: film.runMs,
    label: ({ t }) => (t === 'position' ? 'at 42:10' : t),
  })
}

/** One press of the button, with the two far regions as far away as they are. */
export const onePress: RunOptions = {
  seed: 1,
  plan: (['Virginia', 'Sydney'] as const).map(farAway),
  workload: [{ client: 'c1', at: 5, call: { key: 'film', input: 'play' } }],
}

/** The simulator has one time for all messages: the rest of the way is a slow node. */
function farAway(node: keyof typeof film.farMs): Fault {
  const extraMs = film.farMs[node] - film.phoneMs
  return { kind: 'slow', at: 0, for: film.runMs, node, extraMs }
}

function region(env: Env<FilmMessage>, mustHear: number): Node<FilmMessage> {
  let viewerId: NodeId | undefined
  let missing = mustHear
  function begin(second: number): void {
    if (viewerId === undefined || missing > 0) return
    env.send(viewerId, { t: 'film', second })
    viewerId = undefined
  }
  return {
    start() {},
    onTimer() {},
    onMessage(from, { t, second }) {
      switch (t) {
        case 'play':
          viewerId = from
          env.emit('knows')
          begin(second)
          for (const peer of env.peers) env.send(peer, { t: 'position', second })
          break
        case 'position':
          env.emit('knows')
          env.send(from, { t: 'stored', second })
          break
        case 'stored':
          missing--
          begin(second)
          break
        case 'film':
          break
      }
    },
  }
}

function viewer(env: Env<FilmMessage>): Client<FilmMessage> {
  let done: ((outcome: Outcome) => void) | undefined
  return {
    start() {},
    onTimer() {},
    perform(_call: Call, tell) {
      done = tell
      env.send(HOME, { t: 'play', second: 2530 })
    },
    onMessage(_from, { t }) {
      if (t === 'film') done?.({ kind: 'ok', output: 'the film begins' })
    },
  }
}
