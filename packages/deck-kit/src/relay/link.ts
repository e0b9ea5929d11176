import { isSamePlace } from './messages.ts'
import type { MoveAnswer, Position, PositionTold } from './messages.ts'

/** What a window knows of where the talk stands, here and for everybody. */
export interface Link {
  readonly mayMove: boolean
  /** Begins where it is, and not where the talk was, when nobody else has the deck open. */
  readonly mayLead: boolean
  /** Of the console's run; empty before it said anything. */
  readonly epoch: string
  /** The newest that the console told. */
  readonly revision: number
  readonly agreed: Position | null
  readonly here: Position
  /** Under way to the console, which has not answered yet. */
  readonly sent: Position | null
  /** The window was moved, and the console does not know it. */
  readonly isOwn: boolean
}

export type LinkEvent =
  | { readonly kind: 'moved'; readonly here: Position }
  | PositionTold
  | (MoveAnswer & { readonly kind: 'answered' })
  /** What was sent did not arrive, or its answer did not: both are the same from here. */
  | { readonly kind: 'unheard' }

export type LinkEffect =
  | { readonly kind: 'send'; readonly epoch: string; readonly basis: number; readonly to: Position }
  | { readonly kind: 'go'; readonly to: Position }

export interface LinkStep {
  readonly link: Link
  readonly effect?: LinkEffect
}

export function newLink(may: Pick<Link, 'mayMove' | 'mayLead'>, here: Position): Link {
  return { ...may, epoch: '', revision: 0, agreed: null, here, sent: null, isOwn: false }
}

/**
 * One step of a window's side of the relay. Everybody agrees on what the console took last; it takes
 * a move only from who knew what it took before, so of two who press "next" at once one moves the
 * talk, and nobody is thrown back by news of their own older move. What is sent waits for its answer:
 * at most one move of a window is under way.
 */
export function step(link: Link, event: LinkEvent): LinkStep {
  switch (event.kind) {
    case 'moved':
      return sending(moved(link, event.here))
    case 'position':
      return going(told(link, event))
    case 'answered':
      return going(answered(link, event))
    case 'unheard':
      return { link: { ...link, sent: null, isOwn: link.mayMove && !isAgreed(link) } }
  }
}

function moved(link: Link, here: Position): Link {
  const next = { ...link, here }
  return { ...next, isOwn: link.mayMove && !isAgreed(next) }
}

function told(link: Link, event: PositionTold): Link {
  const isFirst = link.epoch === ''
  const isOld = link.epoch === event.epoch && event.revision < link.revision
  if (isOld) return link
  const { epoch, revision, position: agreed } = event
  const next = { ...link, epoch, revision, agreed }
  if (!link.mayMove) return next
  const leads = link.mayLead && (agreed === null || (isFirst && !event.isLed))
  return { ...next, isOwn: (link.isOwn || leads) && !isAgreed(next) }
}

function answered(link: Link, event: MoveAnswer): Link {
  const { sent, here } = link
  const isNews = link.epoch !== event.epoch || event.revision >= link.revision
  const { epoch, revision, position: agreed } = event
  const next = { ...link, sent: null, ...(isNews ? { epoch, revision, agreed } : {}) }
  const wentOn = sent !== null && !isSame(here, sent)
  return { ...next, isOwn: wentOn && !isAgreed(next) }
}

function going(link: Link): LinkStep {
  const { agreed, here, sent, isOwn } = link
  const isThere = agreed === null || (isSamePlace(agreed, here) && agreed.total === here.total)
  if (isOwn || sent !== null || isThere) return sending(link)
  return { link: { ...link, here: agreed }, effect: { kind: 'go', to: agreed } }
}

function sending(link: Link): LinkStep {
  const { epoch, revision: basis, here, sent, isOwn } = link
  if (!isOwn || sent !== null || epoch === '') return { link }
  return {
    link: { ...link, sent: here, isOwn: false },
    effect: { kind: 'send', epoch, basis, to: here },
  }
}

function isAgreed({ agreed, here }: Link): boolean {
  return agreed !== null && isSame(here, agreed)
}

/** A window that does not know yet how many clicks a slide has contradicts nobody. */
function isSame(here: Position, other: Position): boolean {
  return isSamePlace(here, other) && (here.total === null || here.total === other.total)
}
