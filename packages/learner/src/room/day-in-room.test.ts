import { expect, test } from 'vitest'

import { play, wholeKit } from '../companion/played-day.ts'
import { noteOpened } from '../progress/note.ts'
import { readProgress } from '../progress/read-progress.ts'
import { joinedKit } from './joined-kit.ts'
import type { JoinedKit } from './joined-kit.ts'
import { leaveRoom } from './join.ts'
import { aWelcome } from './made-up-room.ts'

const DOWN = '\u001B[B'

test('a learner in a room is seen, heard, judged, and cut off', { timeout: 60_000 }, async () => {
  await using place = await joinedKit(wholeKit('quorum'))
  const { folder, room } = place
  const { kit } = folder
  await noteOpened(kit, 'quorum')
  room.welcome = aWelcome()
  await using day = play(kit.root)
  await day.sees('Room: Count votes, until 10:45', 'threw  0 of 6', 'm room')
  const attempt = { exercise: 'quorum', kept: [], hints: 0 }
  await expect.poll(() => room.attempts).toMatchObject([attempt])

  day.press('u')
  await day.sees('Submitted: quorum', 'Place 1 in line.')
  room.judge(newest(place), 80)
  await day.sees('80 of 100 points', 'judged 80 of 100', '"quorum" was judged')
  day.press('a')
  await day.sees('hand raised', 'lower hand')
  const hand = { isRaised: true, exercise: 'quorum', note: '' }
  await expect.poll(() => room.hands).toEqual([hand])
  room.tell({ kind: 'announcement', text: 'Coffee is ready.', at: 1 })
  room.tell({ kind: 'release', release: { kind: 'hint', exercise: 'quorum', level: 2 } })
  await day.sees('Your host gives you hint 2', '2 new: m')
  day.press('h')
  await day.sees('Hint 2 of 3 (quorum')
  day.press('h')
  await day.sees('Hint 3 of 3 (quorum')
  day.press('m')
  await day.sees('The room of 127.0.0.1', 'Coffee is ready.', '✗ quorum  failed  80 of 100 points')

  room.tell({ kind: 'may-i-show', submission: newest(place), exercise: 'quorum' })
  await day.sees('may your run of "quorum" be shown with your name? m answers')
  day.press('m')
  await day.sees('I say it later', 'Yes')
  day.press(`${DOWN}\r`)
  await day.sees('The room of')
  await expect.poll(() => room.leaves).toEqual([{ submission: newest(place), isGiven: true }])

  await room.kill()
  await day.sees('no answer, asked again', 'Your work goes on')
  await folder.type('export const other = 1\n')
  await day.sees('Kept as your version 2')
  day.press('u')
  await day.sees('waits on this disk', 'not sent yet')
  await room.open()
  await day.sees('What waited is sent: quorum.', 'Place 1 in line.')
  const sent = [...room.submissions.values()]
  expect(sent.map(({ source, times }) => [source.slice(0, 18), times])).toEqual([
    [expect.any(String), 1],
    ['export const other', 1],
  ])
  await expect.poll(() => room.attempts.at(-1)).toMatchObject({ kept: [], hints: 3 })

  await leaveRoom(kit)
  await day.sees('You have left the room.', 'a ask for help')
  day.press('q')
  await day.ended()
  const { progress } = await readProgress(kit)
  expect(progress.exercises['quorum']?.graded).toEqual({ points: 80, total: 100 })
})

function newest({ room }: JoinedKit): string {
  const id = [...room.submissions.keys()].at(-1)
  if (id === undefined) throw new Error('nothing was submitted')
  return id
}
