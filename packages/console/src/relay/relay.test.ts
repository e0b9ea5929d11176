import { isSamePlace } from '@five-pillars/deck-kit/relay'
import type { MoveAnswer, Position } from '@five-pillars/deck-kit/relay'
import { newLink, step } from '@five-pillars/deck-kit/relay-link'
import type { Link, LinkEvent } from '@five-pillars/deck-kit/relay-link'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { Relay } from './relay.ts'

const DECK = 'work'

/** A window on a network of its own: what is under way arrives in its order, at any time. */
interface Window {
  link: Link
  readonly toConsole: (() => void)[]
  readonly toWindow: (() => void)[]
}

/** Real relay, real windows, and a network that a schedule delivers. */
class Room {
  relay = new Relay('one')
  readonly windows: Window[]
  readonly #drawing: Window | undefined

  /** The first one is the host's window, the others are phones. */
  constructor(windows: number, options: { isDrawn: boolean } = { isDrawn: false }) {
    this.windows = Array.from({ length: windows }, (_, index) => ({
      link: newLink({ mayMove: true, mayLead: index === 0 }, at(1)),
      toConsole: [],
      toWindow: [],
    }))
    this.#drawing = options.isDrawn ? this.windows[0] : undefined
    for (const window of this.windows) this.welcome(window)
  }

  /** The stream of events begins, or begins anew. */
  welcome(window: Window): void {
    const told = this.relay.told(DECK, true)
    window.toWindow.push(() => this.happen(window, { ...told, isLed: true }))
  }

  happen(window: Window, event: LinkEvent): void {
    const { link, effect } = step(window.link, event)
    window.link = link
    if (effect === undefined) return
    if (effect.kind === 'go') {
      if (window === this.#drawing) window.toWindow.push(() => this.draw(window))
      return
    }
    const { epoch, basis, to } = effect
    window.toConsole.push(() => {
      const before = this.relay.told(DECK, true).revision
      const answer = this.relay.move({ deck: DECK, epoch, basis, position: to })
      this.answer(window, answer)
      if (answer.revision !== before) for (const each of this.windows) this.welcome(each)
    })
  }

  /** The window draws the slide, and then knows how many clicks it has. */
  draw(window: Window): void {
    const { page, clicks } = window.link.here
    const total = clicksOf(page)
    const here = { page, clicks: Math.min(clicks, total), total }
    this.happen(window, { kind: 'moved', here })
  }

  answer(window: Window, answer: MoveAnswer): void {
    window.toWindow.push(() => this.happen(window, { kind: 'answered', ...answer }))
  }

  /** The console dies with all that was under way, and comes again. */
  restart(): void {
    this.relay = new Relay('two')
    for (const window of this.windows) {
      window.toConsole.length = 0
      window.toWindow.length = 0
      if (window.link.sent !== null) this.happen(window, { kind: 'unheard' })
      this.welcome(window)
    }
  }

  /** Delivers one thing that is under way, if there is one on that way. */
  deliver(index: number, isToConsole: boolean): boolean {
    const window = this.windows[index % this.windows.length]
    const next = (isToConsole ? window?.toConsole : window?.toWindow)?.shift()
    next?.()
    return next !== undefined
  }

  /** Delivers all that is under way, and what comes of it. */
  settle(): void {
    for (let rounds = 0; rounds < 10_000; rounds += 1) {
      const isMoved = this.windows.map((_, index) => [
        this.deliver(index, true),
        this.deliver(index, false),
      ])
      if (isMoved.flat().every((is) => !is)) return
    }
    throw new Error('the windows never agree')
  }
}

function at(page: number, clicks = 0): Position {
  return { page, clicks, total: null }
}

function clicksOf(page: number): number {
  return page % 4
}

const happening = fc.oneof(
  fc.record({
    kind: fc.constant('press' as const),
    window: fc.nat(2),
    page: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('deliver' as const),
    window: fc.nat(2),
    isToConsole: fc.boolean(),
  }),
)

type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never

function play(room: Room, happenings: readonly Happening[]): void {
  for (const event of happenings) {
    if (event.kind === 'deliver') room.deliver(event.window, event.isToConsole)
    else {
      const window = room.windows[event.window % room.windows.length]
      if (window !== undefined) room.happen(window, { kind: 'moved', here: at(event.page) })
    }
  }
}

describe('windows that move one talk', () => {
  test('agree in the end, whoever moved it and however slow the network was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(happening, { maxLength: 60 }),
        (windows, happenings) => {
          const room = new Room(windows)
          play(room, happenings)
          room.settle()
          const { position } = room.relay.told(DECK, true)
          for (const { link } of room.windows) {
            expect(link.sent).toBeNull()
            expect(position === null || isSamePlace(link.here, position)).toBe(true)
          }
        },
      ),
    )
  })

  test('are where the only one that moves went last', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 60 }), (happenings) => {
        const room = new Room(3)
        const own = happenings.filter(
          (event) => event.kind === 'deliver' || (event.kind === 'press' && event.window === 0),
        )
        play(room, own)
        room.settle()
        const last = own.findLast((event) => event.kind === 'press')
        const wanted = last?.kind === 'press' ? last.page : 1
        expect(room.windows.map(({ link }) => link.here.page)).toEqual([wanted, wanted, wanted])
      }),
    )
  })

  test('take a console that was restarted to where the host was', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 60 }), (happenings) => {
        const room = new Room(3)
        play(room, happenings)
        const [host] = room.windows
        const wasAt = host?.link.here.page
        room.restart()
        room.settle()
        expect(room.windows.map(({ link }) => link.here.page)).toEqual([wasAt, wasAt, wasAt])
      }),
    )
  })
})

test('windows follow a phone that goes on before it hears how many clicks a slide has', () => {
  const turns = fc.array(
    fc.record({
      to: fc.record({
        page: fc.integer({ min: 1, max: 9 }),
        clicks: fc.constantFrom(0, 999_999),
      }),
      deliveries: fc.array(fc.tuple(fc.nat(1), fc.boolean()), { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(turns, (all) => {
      const room = new Room(2, { isDrawn: true })
      const [, phone] = room.windows
      if (phone === undefined) throw new Error('a room of two has a phone')
      room.settle()
      let wanted = { page: 1, clicks: 0 }
      for (const { to, deliveries } of all) {
        wanted = { page: to.page, clicks: Math.min(to.clicks, clicksOf(to.page)) }
        room.happen(phone, { kind: 'moved', here: { ...to, total: null } })
        for (const [window, isToConsole] of deliveries) room.deliver(window, isToConsole)
      }
      room.settle()
      for (const { link } of room.windows) expect(link.here).toMatchObject(wanted)
    }),
  )
})
