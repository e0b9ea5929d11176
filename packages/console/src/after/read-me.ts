import type { RoomRecord } from './room-record.ts'
import { dayText } from './times.ts'

/** @param byHand certificates on which the name is to be written, with that name */
export function readMe({ room, at, zoneMinutes }: RoomRecord, byHand: readonly string[]): string {
  const lines = [
    `${room}, exported on ${dayText(at, zoneMinutes)}`,
    '',
    'report.md       what the room did; no names are in it',
    'learners.csv    one line for each learner and exercise, for a spreadsheet',
    'room.json       all of it, for other programs: every check, every submission with its file',
    'learners/       a report for each learner, with their own files: theirs to take home',
    'certificates/   one page for each learner, A4 on its side; sign them',
    '',
    'All but report.md is about persons. Give to each what is theirs, and delete the rest when you no',
    'longer need it: `npx five-pillars host --forget` deletes what the console has, not this folder.',
    ...(byHand.length === 0
      ? []
      : [
          '',
          'The fonts of the kit have Latin, Greek and Cyrillic letters. On these certificates the name is',
          'left blank, to be written by hand:',
          '',
          ...byHand.map((line) => `  ${line}`),
        ]),
  ]
  return `${lines.join('\n')}\n`
}
