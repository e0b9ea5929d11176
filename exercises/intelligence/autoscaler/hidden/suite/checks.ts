import type { Part } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import { holdsWhenBlind, leavesNoTrace } from './blind.ts'
import { staysInBounds } from './bounds.ts'
import { independent } from './independent.ts'
import { letsGo, shrinksSlowly } from './shrinking.ts'
import { growsEnough, holdsWhenClose, ordersNoMore } from './sizing.ts'
import {
  comesBack,
  doesNotOvershoot,
  ridesSawTooth,
  servesRush,
  staysCalm,
  survivesOutage,
} from './traffic-checks.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'growing',
    checks: {
      'depends on its own samples alone': independent,
      'every answer is a whole number from min to max': staysInBounds,
      'too busy: enough replicas at once': growsEnough,
      'no more than the load takes, starting ones included': ordersNoMore,
      'close to the target the fleet stays as it is': holdsWhenClose,
    },
  },
  {
    title: 'blindness',
    checks: {
      'without sight the fleet stays as it is': holdsWhenBlind,
      'what was not seen leaves no trace': leavesNoTrace,
    },
  },
  {
    title: 'shrinking',
    checks: {
      'never below the highest recommendation of the window': shrinksSlowly,
      'what the window does not need is given back': letsGo,
    },
  },
  {
    title: 'traffic',
    checks: {
      'ten minutes without metrics change nothing': survivesOutage,
      'four times the load is served within 120 s': servesRush,
      'four times the load takes at most 28 replicas': doesNotOvershoot,
      'after the rush hour the fleet is small again': comesBack,
      'a gentle wave changes the fleet at most 8 times an hour': staysCalm,
      'a saw-tooth changes the fleet at most 14 times an hour': ridesSawTooth,
    },
  },
]

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-autoscaler-checks.ts: a part without checks')
}
