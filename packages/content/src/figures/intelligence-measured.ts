import { measuredBy } from '../measured-by.ts'
import type { FigureRecord } from './figure-record.ts'
import intelligence from './measured/intelligence.json' with { type: 'json' }
import { about, rounded } from './printed.ts'

const MEASURED = {
  asOf: '2026-11',
  trust: 'measured',
  verdict: 'measured',
  measuredBy: measuredBy('intelligence'),
} as const

const HOUR_CAVEAT =
  'Simulated: half an hour of four times the load, waves of 15 % on all of it; a boot takes 50 to 70 s, a reading comes every 15 s. Median of 9 seeds.'
const BLIND_CAVEAT = 'In the same simulated hour, with a window of five minutes.'
const SENSOR_CAVEAT =
  'Simulated: five sensors, and from some moment on one reads ten times too much.'
const OUTLIER_CAVEAT =
  'Computed for 2,000 windows of 60 normal samples, 6 of them off by six standard deviations; on clean windows both give at most 1 % false alarms.'
const HEALER_CAVEAT =
  'Simulated: five servers at 85 %, one of them silent for three seconds, restarts of 20 to 30 s. Median of 9 seeds.'

/** Numbers of the worlds in `decks/intelligence/worlds`, which write their amounts. */
export const intelligenceMeasuredFigures = [
  {
    ...MEASURED,
    id: 'scaler-needed',
    value: rounded(intelligence['scaler-needed']),
    unit: 'replicas',
    label: 'is the most that the simulated hour takes',
    sources: [],
    amount: intelligence['scaler-needed'],
    tolerance: 0,
    caveat: 'A setting of that world.',
  },
  {
    ...MEASURED,
    id: 'scaler-peak-forgetful',
    value: rounded(intelligence['scaler-peak-forgetful']),
    unit: 'replicas',
    label: 'at the peak, from a rule that forgets what is on its way',
    sources: [],
    amount: intelligence['scaler-peak-forgetful'],
    tolerance: 0.1,
    caveat: HOUR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'scaler-peak-patient',
    value: rounded(intelligence['scaler-peak-patient']),
    unit: 'replicas',
    label: 'at the peak, from a rule that counts its orders and has a window',
    sources: ['kubernetes-hpa'],
    amount: intelligence['scaler-peak-patient'],
    tolerance: 0.1,
    caveat: HOUR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'scaler-changes-forgetful',
    value: rounded(intelligence['scaler-changes-forgetful']),
    unit: 'changes an hour',
    label: 'from a rule that forgets what is on its way',
    sources: [],
    amount: intelligence['scaler-changes-forgetful'],
    tolerance: 0.1,
    caveat: HOUR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'scaler-changes-counting',
    value: rounded(intelligence['scaler-changes-counting']),
    unit: 'changes an hour',
    label: 'from a rule that counts its orders and follows every wave',
    sources: [],
    amount: intelligence['scaler-changes-counting'],
    tolerance: 0.1,
    caveat: HOUR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'scaler-changes-patient',
    value: rounded(intelligence['scaler-changes-patient']),
    unit: 'changes an hour',
    label: 'from a rule that counts its orders and shrinks to the highest of five minutes',
    sources: ['kubernetes-hpa'],
    amount: intelligence['scaler-changes-patient'],
    tolerance: 0.1,
    caveat: HOUR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'blind-zero-overloaded',
    value: about(intelligence['blind-zero-overloaded']),
    unit: 'minutes',
    label: 'of more work than the fleet can do, when ten minutes without metrics are read as idle',
    sources: [],
    amount: intelligence['blind-zero-overloaded'],
    tolerance: 0.2,
    caveat: BLIND_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'blind-hold-overloaded',
    value: rounded(intelligence['blind-hold-overloaded']),
    unit: 'minutes',
    label: 'of more work than the fleet can do, when it is held while there are no metrics',
    sources: ['kubernetes-hpa'],
    amount: intelligence['blind-hold-overloaded'],
    tolerance: 0,
    caveat: BLIND_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'sensor-mean-fleet',
    value: rounded(intelligence['sensor-mean-fleet']),
    unit: 'replicas',
    label: 'for the work of five, sized by the mean with one broken sensor',
    sources: [],
    amount: intelligence['sensor-mean-fleet'],
    tolerance: 0,
    caveat: SENSOR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'sensor-median-fleet',
    value: rounded(intelligence['sensor-median-fleet']),
    unit: 'replicas',
    label: 'for the work of five, sized by the median with one broken sensor',
    sources: [],
    amount: intelligence['sensor-median-fleet'],
    tolerance: 0,
    caveat: SENSOR_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'outlier-found-mean',
    value: about(intelligence['outlier-found-mean']),
    unit: '%',
    label:
      'of faults found by mean and standard deviation, with a tenth of the window wrong already',
    sources: ['nist-2012-outliers'],
    amount: intelligence['outlier-found-mean'],
    tolerance: 0.1,
    caveat: OUTLIER_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'outlier-found-median',
    value: about(intelligence['outlier-found-median']),
    unit: '%',
    label:
      'of faults found by median and median deviation, with a tenth of the window wrong already',
    sources: ['nist-2012-outliers'],
    amount: intelligence['outlier-found-median'],
    tolerance: 0.05,
    caveat: OUTLIER_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'healer-unlimited-useful',
    value: about(intelligence['healer-unlimited-useful']),
    unit: '% useful',
    label: 'answers two minutes after the hiccup, with a healer without limits',
    sources: ['bronson-2021-metastable'],
    amount: intelligence['healer-unlimited-useful'],
    tolerance: 0.15,
    caveat: HEALER_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'healer-limited-recovery',
    value: about(intelligence['healer-limited-recovery']),
    unit: 's',
    label: 'until all is well, with one restart at a time and hands off when many look ill',
    sources: ['bronson-2021-metastable'],
    amount: intelligence['healer-limited-recovery'],
    tolerance: 0.15,
    caveat: HEALER_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'healer-none-recovery',
    value: about(intelligence['healer-none-recovery']),
    unit: 's',
    label: 'until all is well, without any healer',
    sources: [],
    amount: intelligence['healer-none-recovery'],
    tolerance: 0.35,
    caveat: HEALER_CAVEAT,
  },
] as const satisfies readonly FigureRecord[]
