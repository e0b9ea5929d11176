import type { Part } from '@five-pillars/suite'

import { keeps } from './conversation.ts'
import { hasOneEffect, outrunsStraggler, wastesLittle } from './straggler.ts'
import type { Subject } from './subject.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'handing out',
    checks: {
      'an id is accepted once': keeps('accepted-once'),
      'a full queue refuses instead of growing': keeps('bounded'),
      'every accepted task is counted in one state': keeps('counted'),
      'whoever has waited longest is next': keeps('in-turn'),
    },
  },
  {
    title: 'leases',
    checks: {
      'of all results of a task one counts': keeps('one-effect'),
      'who has no lease any more is told so': keeps('stale'),
      'the tokens of a task grow': keeps('tokens'),
      'a lease ends at its deadline, and not before': keeps('expiry'),
      'what fails too often is dead and blocks nobody': keeps('poison'),
    },
  },
  {
    title: 'backups',
    checks: {
      'in a fleet that crashes each task has one effect': hasOneEffect,
      'what is overdue gets a backup': keeps('backup'),
      'nothing else gets one': keeps('cost'),
      'one slow worker of twenty does not hold up the rest': outrunsStraggler,
      'backups are few': wastesLittle,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-task-queue-checks.ts: a part without checks')
}
