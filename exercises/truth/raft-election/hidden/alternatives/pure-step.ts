import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Request = { t: 'RequestVote'; term: number; lastIndex: number; lastTerm: number }
type Vote = { t: 'Vote'; term: number; granted: boolean; forTerm: number }
type Append = {
  t: 'Append'
  term: number
  prevIndex: number
  prevTerm: number
  entries: never[]
  commit: number
}
type Appended = { t: 'Appended'; term: number; ok: boolean; match: number }
export type RaftMsg = Request | Vote | Append | Appended

type Log = { readonly lastIndex: number; readonly lastTerm: number }
type Options = {
  members: readonly NodeId[]
  electionMs: readonly [number, number]
  heartbeatMs: number
  log: Log
}

/** All that a server is; a step makes a new one of it. */
type State = {
  readonly term: number
  readonly vote: NodeId | undefined
  readonly role: 'follower' | 'candidate' | 'leader'
  readonly votes: readonly NodeId[]
}
type Event =
  | { kind: 'message'; from: NodeId; msg: RaftMsg }
  | { kind: 'election' }
  | { kind: 'heartbeat' }
/** What happens, in this order, once the state is on the disk. Without `to` all are told. */
type Effect =
  | { kind: 'send'; to?: NodeId; msg: RaftMsg }
  | { kind: 'wait-for-leader' }
  | { kind: 'wait-to-beat' }
  | { kind: 'lead' }
type Step = readonly [State, ...Effect[]]

export const createRaft = (env: Env<RaftMsg>, options: Options): Node<RaftMsg> => {
  const saved = env.disk.get<{ term: number; vote?: NodeId }>('ballot')
  let state: State = { term: saved?.term ?? 0, vote: saved?.vote, role: 'follower', votes: [] }
  const self = { id: env.id, size: options.members.length, log: options.log }
  const rules = createRules(self)

  const handle = (event: Event): void => {
    const [next, ...effects] = rules(state, event)
    if (next.term !== state.term || next.vote !== state.vote) {
      const { term, vote } = next
      env.disk.put('ballot', vote === undefined ? { term } : { term, vote })
      env.disk.sync()
    }
    state = next
    for (const effect of effects) perform(effect)
  }

  const perform = (effect: Effect): void => {
    switch (effect.kind) {
      case 'send':
        for (const to of effect.to === undefined ? env.peers : [effect.to]) env.send(to, effect.msg)
        break
      case 'wait-for-leader': {
        const [least, most] = options.electionMs
        env.setTimer('election', least + env.rng.next() * (most - least))
        break
      }
      case 'wait-to-beat':
        env.setTimer('heartbeat', options.heartbeatMs)
        break
      case 'lead':
        env.emit('leader', { term: state.term, at: env.now() })
        break
    }
  }

  return {
    start: () => perform({ kind: 'wait-for-leader' }),
    onMessage: (from, msg) => handle({ kind: 'message', from, msg }),
    onTimer: (name) => handle({ kind: name === 'heartbeat' ? 'heartbeat' : 'election' }),
  }
}

type Self = { readonly id: NodeId; readonly size: number; readonly log: Log }

/** The protocol alone: no disk, no clock, no network. */
function createRules({ id, size, log }: Self): (state: State, event: Event) => Step {
  if (size === 0) throw new Error('sentinel-raft-election-pure-step.ts: nobody is a member')

  function beat({ term }: State): Effect[] {
    const { lastIndex: prevIndex, lastTerm: prevTerm } = log
    const msg: Append = { t: 'Append', term, prevIndex, prevTerm, entries: [], commit: 0 }
    return [{ kind: 'wait-to-beat' }, { kind: 'send', msg }]
  }

  function asked(state: State, from: NodeId, msg: Request): Step {
    const goodLog =
      msg.lastTerm > log.lastTerm ||
      (msg.lastTerm === log.lastTerm && msg.lastIndex >= log.lastIndex)
    const free = state.vote === undefined || state.vote === from
    const granted = msg.term === state.term && goodLog && free
    const answer: Vote = { t: 'Vote', term: state.term, granted, forTerm: msg.term }
    const send: Effect = { kind: 'send', to: from, msg: answer }
    return granted ? [{ ...state, vote: from }, { kind: 'wait-for-leader' }, send] : [state, send]
  }

  function voted(state: State, from: NodeId, msg: Vote): Step {
    const counts = state.role === 'candidate' && msg.granted && msg.term === state.term
    if (!counts || state.votes.includes(from)) return [state]
    const votes = [...state.votes, from]
    if (votes.length <= size / 2) return [{ ...state, votes }]
    const leader: State = { ...state, votes, role: 'leader' }
    return [leader, { kind: 'lead' }, ...beat(leader)]
  }

  function heard(state: State, from: NodeId, msg: RaftMsg): Step {
    if (msg.t === 'RequestVote') return asked(state, from, msg)
    if (msg.t === 'Append') return told(state, from, msg)
    return msg.t === 'Vote' ? voted(state, from, msg) : [state]
  }

  return (before, event) => {
    if (event.kind === 'heartbeat') {
      return before.role === 'leader' ? [before, ...beat(before)] : [before]
    }
    if (event.kind === 'message') {
      const state = newer(before, event.msg.term)
      const [next, ...effects] = heard(state, event.from, event.msg)
      const isDeposed = before.role === 'leader' && next.role !== 'leader'
      return isDeposed ? [next, { kind: 'wait-for-leader' }, ...effects] : [next, ...effects]
    }
    if (before.role === 'leader') return [before]
    const term = before.term + 1
    return [
      { term, vote: id, role: 'candidate', votes: [id] },
      { kind: 'wait-for-leader' },
      { kind: 'send', msg: { t: 'RequestVote', term, ...log } },
    ]
  }
}

function newer(state: State, term: number): State {
  return term > state.term ? { term, vote: undefined, role: 'follower', votes: [] } : state
}

function told(state: State, from: NodeId, msg: Append): Step {
  const ok = msg.term >= state.term
  const send: Effect = {
    kind: 'send',
    to: from,
    msg: { t: 'Appended', term: state.term, ok, match: 0 },
  }
  return ok ? [{ ...state, role: 'follower' }, send, { kind: 'wait-for-leader' }] : [state, send]
}
