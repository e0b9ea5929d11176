import { holdsLater, quoted } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import type { Due } from './page-book.ts'
import type { Heard, Pager, Sight } from './pager.ts'
import { playShift, shifts } from './shifts.ts'
import type { Shift } from './shifts.ts'
import { vectors } from './vectors.ts'
import { durationText, kindOf } from './words.ts'

/** What is wrong with a page, or with its absence, and with which promise that has to do. */
interface Fault {
  readonly promise: 'lasting' | 'once' | 'cap' | 'in-time' | 'again' | 'summary' | 'told'
  readonly text: string
}

type Kind = Fault['promise']

/** A source must be bad for long enough, without a break. */
export function pagesWhatLasts(subject: Subject): Promise<void> {
  return play(subject, 'lasting')
}

/** While a group is open, one page is enough. */
export function pagesOnce(subject: Subject): Promise<void> {
  return play(subject, 'once')
}

/** What lasts is paged, and at once. */
export function pagesInTime(subject: Subject): Promise<void> {
  return play(subject, 'in-time')
}

/** A group that was closed opens again. */
export function pagesAgain(subject: Subject): Promise<void> {
  return play(subject, 'again')
}

/** Nobody is woken up more often than that. */
export function keepsCap(subject: Subject): Promise<void> {
  return play(subject, 'cap')
}

/** Whoever had to wait is named, all of them and at once. */
export function sumsUp(subject: Subject): Promise<void> {
  return play(subject, 'summary')
}

/** A page says when it is, and whom it is about. */
export function pagesSayAll(subject: Subject): Promise<void> {
  return play(subject, 'told')
}

async function play(subject: Subject, promise: Kind): Promise<void> {
  for (const shift of vectors[promise]) await playOne(subject, shift, promise)
  await holdsLater([shifts], (shift) => playOne(subject, shift, promise))
}

const over = new Error('sentinel-anomaly-detector-paging.ts: this story is over')

/** What comes after the first fault says nothing more, whatever promise that was about. */
async function playOne(subject: Subject, shift: Shift, promise: Kind): Promise<void> {
  try {
    await playShift(subject, shift, (sight, pager) => {
      const fault = faultOf(sight, pager)
      if (fault === null) return
      if (fault.promise === promise) pager.broken(fault.text)
      throw over
    })
  } catch (error) {
    if (error !== over) throw error
  }
}

function faultOf({ due, heard }: Sight, pager: Pager): Fault | null {
  for (const [index, one] of heard.entries()) {
    const fault = wordsFault(one, pager) ?? pageFault(one, due[index], pager)
    if (fault !== null) return fault
  }
  const [missing] = due.slice(heard.length)
  return missing === undefined ? null : absent(missing, pager)
}

/** One that comes late was absent before. */
function pageFault(heard: Heard, due: Due | undefined, pager: Pager): Fault | null {
  if (due === undefined) return needless(heard, pager)
  return due.at < heard.now ? absent(due, pager) : unlike(heard, due, pager)
}

/** Whatever it is about: it has the form of a page, and its time. */
function wordsFault({ kind, at, groups, now }: Heard, pager: Pager): Fault | null {
  const promise = 'told'
  if (kind !== 'page' && kind !== 'summary') {
    return { promise, text: `A page came whose kind is ${kindOf(kind)}.` }
  }
  if (!Array.isArray(groups) || groups.length === 0) {
    return { promise, text: `A ${kind} came whose groups are ${kindOf(groups)}.` }
  }
  const stranger = groups.find((name) => typeof name !== 'string' || !pager.book.isKnown(name))
  if (stranger !== undefined) {
    return { promise, text: `A ${kind} came for ${kindOf(stranger)}, which is no group.` }
  }
  if (at === now) return null
  return { promise, text: `A ${kind} that came at ${pager.clock(now)} says ${pager.clock(at)}.` }
}

/** A page that the brief does not ask for. */
function needless({ kind, groups, now }: Heard, pager: Pager): Fault {
  const names = namesOf(groups)
  const { book, limits } = pager
  const when = `A ${kindText(kind)} for ${list(names)} came at ${pager.clock(now)}`
  const waits = names.find((name) => book.waiting.has(name))
  if (waits !== undefined) {
    const why = `maxPerHour is ${limits.maxPerHour}: it has to wait for an hour after the oldest page`
    return { promise: 'cap', text: `${when}, but ${why}.` }
  }
  const idle = names.find((name) => !book.isOpen(name))
  if (idle === undefined) {
    const [name = ''] = names
    const since = pager.clock(book.opened(name).at(-1))
    return { promise: 'once', text: `${when}, but ${quoted(name)} has been open since ${since}.` }
  }
  return { promise: 'lasting', text: `${when}, but ${idleText(idle, now, pager)}.` }
}

function idleText(name: string, now: number, { book, limits }: Pager): string {
  const [since] = book.badSince(name)
  const forText = durationText(limits.forMs)
  if (since === undefined) return `no source of ${quoted(name)} is bad`
  return `its source has been bad for ${durationText(now - since)}, and forMs is ${forText}`
}

/** A page that came when one was due. */
function unlike({ kind, groups }: Heard, due: Due, pager: Pager): Fault | null {
  const names = namesOf(groups)
  const when = `At ${pager.clock(due.at)} a ${kindText(kind)} for ${list(names)} came`
  const wanted = `a ${due.kind} for ${list(due.groups)} was due`
  const missing = due.groups.some((name) => !names.includes(name))
  const other = names.find((name) => !due.groups.includes(name))
  const isTwice = new Set(names).size < names.length
  if (other !== undefined) {
    const promise = pager.book.isOpen(other) ? 'once' : 'lasting'
    return { promise, text: `${when}, but ${wanted}.` }
  }
  if (!missing && !isTwice && kind === due.kind) return null
  return { promise: due.kind === 'summary' ? 'summary' : 'told', text: `${when}, but ${wanted}.` }
}

/** A page that did not come. */
function absent({ at, kind, groups }: Due, pager: Pager): Fault {
  const [name = ''] = groups
  const when = `At ${pager.clock(at)} a ${kind} for ${list(groups)} was due, and did not come`
  if (kind === 'summary') {
    return { promise: 'summary', text: `${when}: then the oldest page was an hour old.` }
  }
  const forText = durationText(pager.limits.forMs)
  if (pager.book.opened(name).length === 1) {
    return { promise: 'in-time', text: `${when}: a source of it has been bad for ${forText}.` }
  }
  return { promise: 'again', text: `${when}: it was closed, and is bad again for ${forText}.` }
}

function namesOf(groups: unknown): string[] {
  return Array.isArray(groups) ? groups.filter((name) => typeof name === 'string') : []
}

function kindText(kind: unknown): string {
  return kind === 'summary' ? 'summary' : 'page'
}

function list(names: readonly string[]): string {
  return names.map((name) => quoted(name)).join(', ')
}
