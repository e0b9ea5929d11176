import type { Now, Submission } from '@five-pillars/room'

import { formatHint } from '../format/format-hint.ts'
import { styleFor, widthOf } from '../format/style.ts'
import type { Screen } from '../format/style.ts'
import { wrap, wrapAfter } from '../format/wrap.ts'
import { clockOf } from './clock-of.ts'
import { endText, nowText } from './room-state.ts'
import type { RoomState } from './room-state.ts'

/** The room in one line, for the head of the screen; the title of the block gives way to the rest. */
export function roomLine(room: RoomState, slug: string, width: number): string {
  const { link, now, isHandRaised, unread, waiting } = room
  if (link === 'joining') return 'Room: asking the console…'
  const sent = room.submissions[slug]
  const parts = [
    ...(link === 'joined' ? [] : ['no answer, asked again']),
    ...(unread > 0 ? [`${unread} new: m`] : []),
    ...(waiting.includes(slug) ? ['not sent yet'] : sent === undefined ? [] : [standingWord(sent)]),
    ...(isHandRaised ? ['hand raised'] : []),
  ]
  const block = link === 'joined' ? now : null
  if (block === null && parts.length === 0) return `Room: you are in as ${room.nickname}`
  const length = `Room: ${parts.join(' · ')} · `.length
  return `Room: ${[...(block === null ? [] : [blockText(block, width - length)]), ...parts].join(' · ')}`
}

/** So much of a title says something. */
const TITLE_MIN = 8

function blockText(block: Now, width: number): string {
  const whole = nowText(block)
  if (whole.length <= width) return whole
  const end = endText(block)
  const room = width - end.length - 2
  if (end === '') return cut(block.title, Math.max(TITLE_MIN, width))
  return room < TITLE_MIN ? end : `${cut(block.title, room)}, ${end}`
}

function cut(text: string, length: number): string {
  return `${text.slice(0, length - 1).replace(/[\s,.;:]+$/, '')}…`
}

function standingWord({ standing }: Submission): string {
  switch (standing.kind) {
    case 'waiting':
      return `place ${standing.place} in line`
    case 'judging':
      return 'being judged'
    case 'judged':
      return `judged ${standing.verdict.points} of ${standing.verdict.total}`
    case 'superseded':
      return 'a newer one is judged'
    case 'not-judged':
      return 'could not be judged'
  }
}

/** What became of the submission of one exercise. */
export function submissionLines(room: RoomState, slug: string, screen: Screen): string[] {
  const style = styleFor(screen)
  const width = widthOf(screen)
  const title = style('bold', `Submitted: ${slug}`)
  if (room.waiting.includes(slug)) {
    const text =
      'The console does not answer. Your file waits on this disk, and is sent when it is back.'
    return [title, '', ...wrap(text, width)]
  }
  const submission = room.submissions[slug]
  if (submission === undefined) return [title, '', 'On its way…']
  const at = style('dim', `Sent at ${clockOf(submission.sentAt)}. Esc goes back to your check.`)
  return [title, '', ...standingLines(submission, screen), '', at]
}

function standingLines({ standing }: Submission, screen: Screen): string[] {
  const width = widthOf(screen)
  switch (standing.kind) {
    case 'waiting':
      return [`Place ${standing.place} in line.`]
    case 'judging':
      return ['It is being judged.']
    case 'judged':
      return verdictLines(standing.verdict, width)
    case 'superseded':
      return wrap('A newer one of yours is judged in its place.', width)
    case 'not-judged':
      return wrap(`It could not be judged: ${standing.why} Tell your host.`, width)
  }
}

/** A submission for a terminal: its verdict as the console worded it, or where it is. */
export function formatSubmission(submission: Submission, screen: Screen): string {
  const { standing, exercise } = submission
  if (standing.kind !== 'judged') return `${standingLines(submission, screen).join('\n')}\n`
  const { text, replay } = standing.verdict
  const isNamed = replay === null || text.includes(replay)
  // In one piece, however long: it is there to be copied.
  const again = isNamed ? '' : `\n  Again: npx five-pillars check ${exercise} --replay ${replay}`
  return `${text.trimEnd()}${again}\n`
}

type Told = Extract<Submission['standing'], { kind: 'judged' }>['verdict']

/** On a screen a key stands for the command, which would be cut; a table is as wide as the screen. */
function verdictLines({ state, text, replay, promises }: Told, width: number): string[] {
  const worded = text.trimEnd().split('\n')
  if (state === 'passed') {
    const [title = ''] = worded
    return [title, '', ...promises.flatMap((promise) => promiseRow(promise, width))]
  }
  const told = worded.filter((line) => !line.trim().startsWith('Again: '))
  const again = '  Again: r runs it once more, with your file as it is now.'
  const lines = replay === null ? told : [...told, again]
  return lines.flatMap((line) => (line.length <= width ? [line] : goneOn(line, width)))
}

function promiseRow({ text, earned, points }: Told['promises'][number], width: number): string[] {
  const right = `${earned} of ${points}`
  const room = width - right.length - 2
  const [first = '', ...more] = wrapAfter('  ✓ ', text, room)
  return [`${first.padEnd(room)}  ${right}`, ...more]
}

function goneOn(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? ''
  return wrapAfter(indent, line, width)
}

/**
 * All of the room: what runs, what the host said and gave, what was submitted.
 *
 * @param slug the exercise that is worked on, whose verdict is shown whole
 */
export function roomLines(room: RoomState, slug: string, screen: Screen): string[] {
  const style = styleFor(screen)
  const width = widthOf(screen)
  const bold = (text: string): string => style('bold', text)
  return [
    bold(`The room of ${room.origin.replace(/^https?:\/\//, '')}`),
    '',
    ...[...whereLines(room)].flatMap((line) => wrapAfter('  ', line, width)),
    ...section(bold('From your host'), announcementLines(room, width)),
    ...section(bold('Submitted'), submittedLines(room, slug, width)),
    ...section(bold('Given to you'), givenLines(room, screen)),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, '', ...lines]
}

function* whereLines({
  nickname,
  link,
  now,
  isHandRaised,
  otherKit,
}: RoomState): Generator<string> {
  yield `You are ${nickname}.`
  if (link === 'away') yield 'The console does not answer. It is asked again; your work goes on.'
  if (link === 'strange') {
    yield 'Something else answers at its address: compare it with the projector, and join there.'
  }
  if (otherKit !== null) {
    yield `The console judges with kit ${otherKit}, which is not yours: ask your host for its zip.`
  }
  yield now === null ? 'No block runs at the moment.' : `Now: ${nowText(now)}.`
  if (isHandRaised) yield 'Your hand is raised: a lowers it.'
}

function announcementLines({ announcements }: RoomState, width: number): string[] {
  return announcements
    .toReversed()
    .flatMap(({ at, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          wrapAfter(index === 0 ? `  ${clockOf(at)}  ` : '         ', line, width),
        ),
    )
}

function submittedLines(
  { submissions, waiting }: RoomState,
  slug: string,
  width: number,
): string[] {
  const slugs = [...new Set([...Object.keys(submissions), ...waiting])].toSorted()
  const own = submissions[slug]?.standing
  const words = slugs.flatMap((each) => {
    const sent = submissions[each]
    const word = waiting.includes(each) || sent === undefined ? 'not sent yet' : standingWord(sent)
    return wrapAfter('  ', `${each}: ${word}`, width)
  })
  if (own?.kind !== 'judged') return words
  const told = verdictLines(own.verdict, width - 2)
  return [...words, '', ...told.map((line) => `  ${line}`.trimEnd())]
}

function givenLines({ hints, releases }: RoomState, screen: Screen): string[] {
  const solutions = releases.filter(({ kind }) => kind === 'solution')
  return [
    ...solutions.flatMap(({ exercise }) =>
      wrapAfter('  ', `A working version of ${exercise}: go there, and press c.`, widthOf(screen)),
    ),
    ...hints.toReversed().flatMap(({ exercise, hint }, index) => [
      ...(index === 0 && solutions.length === 0 ? [] : ['']),
      ...formatHint(hint, { ...screen, slug: exercise, more: 'press h' })
        .trimEnd()
        .split('\n'),
    ]),
  ]
}
