import { holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { histories, keys, playHistory, settingOf } from './histories.ts'
import type { History } from './histories.ts'
import type { Session, Subject } from './session.ts'
import { callOf, shown } from './shown.ts'

/** A node leaves: keys of the others stay where they are. */
export function leavingMovesItsOwn(subject: Subject): void {
  holds(
    [histories, fc.nat({ max: 5 })],
    (history, index) => {
      const session = playHistory(subject, history)
      const leaver = nth([...session.members], index)
      if (leaver === null) return
      const before = ownersOf(session)
      session.remove(leaver)
      expectMoves(before, session, history, ({ from }) => from === leaver)
    },
    { factor: 2 },
  )
}

/** A node joins: what moves, moves to it. */
export function joiningMovesToItself(subject: Subject): void {
  holds(
    [histories, fc.nat({ max: 5 })],
    (history, index) => {
      const session = playHistory(subject, history)
      const joiner = nth(
        history.pool.filter((node) => !session.members.has(node)),
        index,
      )
      if (joiner === null || session.members.size === 0) return
      const before = ownersOf(session)
      session.add(joiner)
      expectMoves(before, session, history, ({ to }) => to === joiner)
    },
    { factor: 2 },
  )
}

interface Move {
  readonly from: string
  readonly to: string
}

function expectMoves(
  before: ReadonlyMap<string, string | null>,
  session: Session,
  history: History,
  isAllowed: (move: Move) => boolean,
): void {
  for (const [key, from] of before) {
    const to = session.owner(key)
    if (from === to || from === null || to === null || isAllowed({ from, to })) continue
    session.broken(
      `${callOf('owner', key)} was ${shown(from)} before the last call, and is ${shown(to)} now.\n` +
        settingOf(history, key),
    )
  }
}

function ownersOf(session: Session): Map<string, string | null> {
  return new Map(keys.map((key) => [key, session.owner(key)]))
}

function nth(nodes: readonly string[], index: number): string | null {
  if (index < 0) throw new Error('sentinel-hash-ring-moves.ts: an index is not negative')
  return nodes[index % Math.max(1, nodes.length)] ?? null
}
