import { measuredBy } from '../measured-by.ts'
import type { FigureRecord } from './figure-record.ts'
import control from './measured/control.json' with { type: 'json' }
import { about, rounded } from './printed.ts'

const MEASURED = {
  asOf: '2026-11',
  sources: [],
  trust: 'measured',
  verdict: 'measured',
  measuredBy: measuredBy('control'),
} as const

const ALARMS = 'of six machines that are well, probed once a second, in a network that loses 2 %'
const NOTICED = 'mean time until a dead machine is taken out, probed once a second'
const REFUSED = 'refused while a mail server is down that no order needs'
const WRONG = 'sent that nobody gave, by eight servers of which one was forgotten'
const WRONG_CAVEAT =
  'Simulated: the shape of the mistake, not the system or the sums of Knight Capital.'
const RIGHT_CAVEAT =
  'Simulated: one of ten messages is lost in the first half, and on every second day a machine dies.'

/** Numbers of the worlds in `decks/control/worlds`, which write their amounts. */
export const controlMeasuredFigures = [
  {
    ...MEASURED,
    id: 'probe-false-alarms-one',
    value: rounded(control['probe-false-alarms-one']),
    unit: 'false alarms an hour',
    label: `${ALARMS}, where one failure is enough`,
    amount: control['probe-false-alarms-one'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'probe-false-alarms-three',
    value: rounded(control['probe-false-alarms-three']),
    unit: 'false alarms an hour',
    label: `${ALARMS}, where three failures in a row are needed`,
    amount: control['probe-false-alarms-three'],
    tolerance: 1,
  },
  {
    ...MEASURED,
    id: 'probe-noticed-one',
    value: rounded(control['probe-noticed-one'], 1),
    unit: 's',
    label: `${NOTICED} after one failure`,
    amount: control['probe-noticed-one'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'probe-noticed-three',
    value: rounded(control['probe-noticed-three'], 1),
    unit: 's',
    label: `${NOTICED} after three failures in a row`,
    amount: control['probe-noticed-three'],
    tolerance: 0.1,
  },
  {
    ...MEASURED,
    id: 'deep-check-refused',
    value: `${rounded(control['deep-check-refused'])} %`,
    unit: 'of orders',
    label: `${REFUSED}, where health checks ask for it`,
    amount: control['deep-check-refused'],
    tolerance: 0.05,
    caveat: 'Simulated: three servers, and a mail server that is gone for five seconds.',
  },
  {
    ...MEASURED,
    id: 'deep-check-panic-refused',
    value: rounded(control['deep-check-panic-refused']),
    unit: 'of the orders',
    label: `${REFUSED}, where health is not believed below half of the servers`,
    amount: control['deep-check-panic-refused'],
    tolerance: 0,
  },
  {
    ...MEASURED,
    id: 'script-right',
    value: `${rounded(control['script-right'])} %`,
    unit: 'of bad days',
    label: 'on which a script that gives each order once gets six copies running',
    amount: control['script-right'],
    tolerance: 0.1,
    caveat: RIGHT_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'loop-right',
    value: `${rounded(control['loop-right'])} %`,
    unit: 'of bad days',
    label: 'on which a loop that keeps comparing gets six copies running',
    amount: control['loop-right'],
    tolerance: 0,
    caveat: RIGHT_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'rollback-wrong-orders',
    value: rounded(control['rollback-wrong-orders']),
    unit: 'orders',
    label: `${WRONG}, where the other seven were rolled back`,
    amount: control['rollback-wrong-orders'],
    tolerance: 0.1,
    caveat: WRONG_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'flag-off-wrong-orders',
    value: rounded(control['flag-off-wrong-orders']),
    unit: 'orders',
    label: `${WRONG}, where the flag was switched off at the same moment`,
    amount: control['flag-off-wrong-orders'],
    tolerance: 0.1,
    caveat: WRONG_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'waves-wrong-orders',
    value: about(control['waves-wrong-orders']),
    unit: 'orders',
    label: `${WRONG}, where the flag came in waves of one, two and five servers`,
    amount: control['waves-wrong-orders'],
    tolerance: 0.2,
    caveat: WRONG_CAVEAT,
  },
] as const satisfies readonly FigureRecord[]
