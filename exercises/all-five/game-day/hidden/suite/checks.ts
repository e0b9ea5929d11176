import type { Check, Part } from '@five-pillars/suite'

import { incidents } from '../../incidents.ts'
import type { IncidentId } from '../../incidents.ts'
import {
  fewPages,
  lastsNot,
  losesNothing,
  nobodyRefused,
  quietFleet,
  servesInTime,
  settles,
} from './day-checks.ts'
import { inEach } from './in-each.ts'
import type { Judgement } from './in-each.ts'
import type { Subject } from './subject.ts'
import { inRange, readsMeetWrites } from './tuning-checks.ts'

/** What an incident alone is called in the list of tests. */
const titles: Readonly<Record<IncidentId, string>> = {
  'slow-worker': 'one slow worker',
  crash: 'a replica crashes',
  rush: 'load times four',
  partition: 'a zone is cut off',
  'blind-peak': 'no monitoring at a peak',
  return: 'all returns at once',
}

/** What users feel of an incident. */
const felt: readonly Judgement[] = [nobodyRefused, settles, servesInTime, lastsNot]

const alone = incidents.map((incident) => [incident])

if (alone.length !== 6) throw new Error('sentinel-game-day-checks.ts: a day has six incidents')

export const parts: readonly Part<Subject>[] = [
  {
    title: 'tuning',
    checks: {
      'every value is in its range': inRange,
      'every read meets every write': readsMeetWrites,
    },
  },
  {
    title: 'each incident alone',
    checks: {
      'no acknowledged line is lost': inEach(alone, [losesNothing]),
      ...Object.fromEntries(
        incidents.map((incident): [string, Check<Subject>] => [
          titles[incident.id],
          inEach([[incident]], felt),
        ]),
      ),
    },
  },
  {
    title: 'the whole day',
    checks: {
      'no acknowledged line is lost': inEach([incidents], [losesNothing]),
      'nobody is turned away': inEach([incidents], [nobodyRefused]),
      'the shop settles': inEach([incidents], [settles]),
      'users are served in time': inEach([incidents], [servesInTime]),
      'no incident lasts': inEach([incidents], [lastsNot]),
      'the fleet is left in peace': inEach([incidents], [quietFleet]),
      'few pages are sent': inEach([incidents], [fewPages]),
    },
  },
]
