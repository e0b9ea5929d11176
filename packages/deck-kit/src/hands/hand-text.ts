import { messageText } from './describe-change.ts'
import type { Which } from './change.ts'
import type { Thing } from './things.ts'
import type { Flight } from '../player/flight.ts'

/** How a message in the drawing is told, so that it is the same one in every run of its world. */
export function whichOf({ sender, receiver, nth, isCopy, label, from }: Flight): Which {
  return { from: sender, to: receiver, nth, isCopy, label, sentAt: from }
}

/** What stands beside a thing under the pointer, or one that the keyboard is at. */
export function tagText(thing: Thing, isCut: boolean, isByKey: boolean): string {
  if (thing.kind === 'message') {
    return isByKey ? 'Enter: lose it · D: later' : 'off its line: lost · back: late'
  }
  const { a, b } = thing.link
  return `${isByKey ? 'Enter: ' : ''}${isCut ? 'mend' : 'cut'} ${a} – ${b}`
}

/** What a thing is for those who do not see it, and what can be done to it. */
export function labelText(thing: Thing, isCut: boolean): string {
  if (thing.kind === 'message') {
    return `Message ${messageText(whichOf(thing.flight))}, under way. Enter: lose it. D: make it late.`
  }
  const { a, b } = thing.link
  const [is, act] = isCut ? ['cut by hand', 'mend'] : ['not cut by hand', 'cut']
  return `Link ${a} – ${b}, ${is}. Enter: ${act} it.`
}
