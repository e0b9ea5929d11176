import { kitVersion } from '@five-pillars/judge'
import type { LearnerEvent, Submission } from '@five-pillars/room'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anAnnouncement, aRoom, aSubmission, aWelcome, roomSign } from './made-up-room.ts'
import { roomLine, roomLines, submissionLines } from './room-lines.ts'
import { hear } from './room-state.ts'
import type { RoomSign, RoomState } from './room-state.ts'

const linked = { kind: 'linked', kit: '0.1.0' } as const
const hears = (event: LearnerEvent): RoomSign => ({ kind: 'heard', event })
const in60 = { columns: 60, color: false }

const passed: Submission = {
  ...aSubmission('quorum', 100),
  standing: {
    kind: 'judged',
    verdict: {
      state: 'passed',
      points: 60,
      total: 60,
      promises: [
        {
          id: 'no-larger',
          text: 'A quorum is no larger than it must be, whoever counts.',
          state: 'passed',
          points: 60,
          earned: 60,
        },
      ],
      text: '✓ quorum\n\n  as wide as another screen\n',
      replay: null,
    },
  },
}

/** What is shown of a submission below the title. */
function sentLines(room: RoomState, slug: string): string {
  return submissionLines(room, slug, in60).slice(2).join('\n')
}

/** What is said of a sign. */
function noteOf(room: RoomState, sign: RoomSign): string | null {
  return hear(room, sign, '0.1.0').note
}

const full = aRoom(
  linked,
  hears(
    aWelcome({
      isHandRaised: true,
      submissions: [aSubmission('quorum', 80), aSubmission('hash-ring', 3)],
      announcements: [anAnnouncement('Coffee is ready.')],
    }),
  ),
  hears({
    kind: 'announcement',
    ...anAnnouncement(`Read promise 7 again.\n${'It is long. '.repeat(9)}`, 12),
  }),
  hears({ kind: 'release', release: { kind: 'solution', exercise: 'hash-ring', level: null } }),
  {
    kind: 'hint',
    given: {
      exercise: 'quorum',
      hint: { level: 2, levels: 3, title: 'The idea', part: null, text: 'Count **members**.' },
    },
  },
)

describe('the room', () => {
  test('is one line at the head of the screen', () => {
    expect(roomLine(aRoom(), 'quorum', 80)).toBe('Room: asking the console…')
    expect(roomLine(aRoom(linked), 'quorum', 80)).toBe('Room: you are in as Ada')
    const rest = '2 new: m · judged 80 of 100 · hand raised'
    expect([80, 72, 60].map((width) => roomLine(full, 'quorum', width))).toEqual([
      `Room: Count votes, until 10:45 · ${rest}`,
      `Room: Count vo…, until 10:45 · ${rest}`,
      `Room: until 10:45 · ${rest}`,
    ])
    const away = aRoom(
      linked,
      hears(aWelcome()),
      { kind: 'away', isStrange: false },
      { kind: 'waiting', slugs: ['quorum'] },
    )
    expect(roomLine(away, 'quorum', 80)).toBe('Room: no answer, asked again · not sent yet')
  })

  test('is a screen of its own', () => {
    expect(`\n${roomLines(full, 'quorum', in60).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      The room of 192.168.1.20:4200

        You are Ada.
        Now: Count votes, until 10:45.
        Your hand is raised: a lowers it.

      From your host

        10:57  Read promise 7 again.
               It is long. It is long. It is long. It is long. It
               is long. It is long. It is long. It is long. It is
               long.
        10:45  Coffee is ready.

      Submitted

        hash-ring: place 4 in line
        quorum: judged 80 of 100

        ✗ quorum  failed  80 of 100 points

          Two of three said yes.
          Again: r runs it once more, with your file as it is now.

      Given to you

        A working version of hash-ring: go there, and press c.

      Hint 2 of 3 (quorum): The idea

        Count members.

      Try again first. Then: press h
      "
    `)
  })

  test('shows what became of a submission', () => {
    expect(sentLines(full, 'hash-ring')).toMatch(
      /^Place 4 in line\.\n\nSent at \d\d:\d\d\. Esc goes back/,
    )
    expect(sentLines(full, 'quorum')).toContain(
      '✗ quorum  failed  80 of 100 points\n\n  Two of three said yes.\n  Again: r runs it once more, with your file as it is now.\n',
    )
    const rows = sentLines(aRoom(hears({ kind: 'submission', submission: passed })), 'quorum')
    expect(rows.split('\n').slice(0, 4)).toEqual([
      '✓ quorum',
      '',
      '  ✓ A quorum is no larger than it must be, whoever  60 of 60',
      '    counts.',
    ])
    expect(sentLines(aRoom({ kind: 'waiting', slugs: ['quorum'] }), 'quorum')).toContain(
      'waits on this disk',
    )
  })
})

describe('what a room says', () => {
  test('is said once', () => {
    const room = aRoom(linked, hears(aWelcome({ announcements: [anAnnouncement('Hello.')] })))
    expect(room.unread).toBe(0)
    const away = { kind: 'away', isStrange: false } as const
    expect(noteOf(room, away)).toBe(
      'The console does not answer. Your work goes on; it is asked again.',
    )
    const gone = hear(room, away, '0.1.0').room ?? room
    expect(noteOf(gone, away)).toBeNull()
    expect(noteOf(gone, linked)).toBe('The console is back.')
    const missed = [anAnnouncement('Hello.'), anAnnouncement('Lunch.', 60)]
    expect(hear(gone, hears(aWelcome({ announcements: missed })), '0.1.0')).toMatchObject({
      note: 'Your host says: Lunch.',
      room: { unread: 1 },
    })
  })

  test.each([
    [
      { kind: 'linked', kit: '0.2.0' },
      'The console judges with kit 0.2.0, and yours is 0.1.0: ask your host for its zip.',
    ],
    [hears({ kind: 'now', now: null }), 'The block has ended.'],
    [
      hears({ kind: 'release', release: { kind: 'hint', exercise: 'quorum', level: 2 } }),
      'Your host gives you hint 2 of "quorum": press h there.',
    ],
    [
      hears({ kind: 'submission', submission: aSubmission('quorum', 60) }),
      '"quorum" was judged: 60 of 100 points. m shows it.',
    ],
    [
      hears({ kind: 'may-i-show', submission: aSubmission('quorum', 1).id, exercise: 'quorum' }),
      'Your host asks: may your run of "quorum" be shown with your name? m answers.',
    ],
    [
      { kind: 'gone', why: 'unknown' },
      'The console does not know you any more. Come back with: npx five-pillars join http://192.168.1.20:4200',
    ],
  ] satisfies [RoomSign, string][])('of %o is %j', (sign, said) => {
    expect(noteOf(aRoom(linked), sign)).toBe(said)
  })

  test('fits above the keys, however long it is', () => {
    const text = 'word '.repeat(100)
    const note = noteOf(aRoom(linked), hears({ kind: 'announcement', text, at: 1 })) ?? ''
    expect(note).toMatch(/^Your host says: word .* word… m shows all of it\.$/)
    expect(note.length).toBeLessThan(200)
  })
})

describe('whatever is heard', () => {
  const signs = fc.array(roomSign, { maxLength: 30 })

  test('a verdict is news once, and so is what was released', () => {
    fc.assert(
      fc.property(signs, (all) => {
        let room: RoomState | null = aRoom()
        const judged: string[] = []
        for (const sign of all.filter(({ kind }) => kind === 'heard')) {
          const after: ReturnType<typeof hear> = hear(room, sign, kitVersion)
          for (const { id, exercise } of after.judged) {
            const known = room?.submissions[exercise]
            expect(known?.id === id && known.standing.kind === 'judged').toBe(false)
            judged.push(id)
          }
          for (const release of after.released) expect(room?.releases).not.toContainEqual(release)
          room = after.room
        }
        const known = Object.values(room?.submissions ?? {})
        const told = known.filter(({ standing }) => standing.kind === 'judged')
        expect(told.filter(({ id }) => !judged.includes(id))).toEqual([])
      }),
    )
  })

  test('is shown in lines that fit', () => {
    fc.assert(
      fc.property(signs, fc.integer({ min: 40, max: 100 }), (all, columns) => {
        const room = all.reduce<RoomState | null>(
          (before, sign) => hear(before, sign, kitVersion).room,
          aRoom(),
        )
        if (room === null) return
        for (const line of roomLines(room, 'quorum', { columns, color: false })) {
          const isWord = !line.trim().includes(' ')
          expect(isWord || line.length <= columns).toBe(true)
        }
      }),
    )
  })
})
