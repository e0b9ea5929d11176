import { describe, expect, test } from 'vitest'

import { layOut } from '../player/layout.ts'
import { linksOf } from '../player/links.ts'
import { prepareRun } from '../player/run.ts'
import { smallTrace } from '../player/small-trace.ts'
import { linkThings, messageThings, thingAt } from './things.ts'

const trace = smallTrace({
  events: [
    { at: 100, kind: 'send', message: 0, from: 'a', to: 'b', label: 'one' },
    { at: 100, kind: 'send', message: 1, from: 'a', to: 'b', label: 'one', duplicate: true },
    { at: 100, kind: 'send', message: 2, from: 'b', to: 'c', label: 'gone' },
    { at: 100, kind: 'lose', message: 2, why: 'lost' },
    { at: 150, kind: 'send', message: 3, from: 'a', to: 'b', label: 'two' },
    { at: 160, kind: 'lose', message: 3, why: 'lost', dueAt: 190 },
    { at: 200, kind: 'deliver', message: 0 },
    { at: 240, kind: 'deliver', message: 1 },
  ],
})
const run = prepareRun(trace)
const layout = layOut(trace, 868, 284)
const links = linkThings(linksOf(trace), layout)
const inHand = (at: number): string[] =>
  messageThings(run.flights, layout, at).map(({ flight }) => {
    return `${flight.label} ${flight.nth}${flight.isCopy ? ' copy' : ''}`
  })

describe('what can be taken in hand', () => {
  test('is what is under way, until it arrives or a hand has lost it', () => {
    expect(inHand(150)).toEqual(['one 1', 'one 1 copy', 'two 2'])
    expect(inHand(159)).toContain('two 2')
    expect(inHand(160)).toEqual(['one 1', 'one 1 copy'])
    expect(inHand(220)).toEqual(['one 1 copy'])
  })

  test('is never what the network has lost already', () => {
    expect(inHand(101).filter((each) => each.startsWith('gone'))).toEqual([])
  })

  test('is a message before its link, and a link beside it', () => {
    const messages = messageThings(run.flights, layout, 150)
    const [message] = messages
    const all = { links, messages }
    expect(thingAt(message?.at ?? [0, 0], all, false)?.kind).toBe('message')
    const [, link] = links
    expect(link && thingAt([link.from[0] + 4, link.from[1]], all, false)).toBe(link)
    expect(thingAt([1, 1], all, false)).toBe(undefined)
  })

  test('is nearer to a finger than to a mouse', () => {
    const [link] = links
    const beside = link && ([link.from[0] - 14, link.from[1]] as const)
    expect(beside && thingAt(beside, { links, messages: [] }, false)).toBe(undefined)
    expect(beside && thingAt(beside, { links, messages: [] }, true)?.kind).toBe('link')
  })
})

test('a message that a hand has lost ends where it was taken', () => {
  const lost = run.flights.spans.find(({ label }) => label === 'two')
  expect(lost).toMatchObject({ arrivesAt: 190, endsIn: 0.25, isDoomed: false })
})
