import { mutants } from './mutant-list.ts'

const detector = { exports: ['createDetector'], stretch: false } as const
const alerter = { exports: ['createAlerter'], stretch: false } as const

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'anomaly-detector',
  version: 1,
  parts: [
    { id: 'scoring', title: 'Scoring', ...detector },
    { id: 'seasons', title: 'Seasons', ...detector },
    { id: 'alerting', title: 'Alerting', ...alerter },
    {
      id: 'night',
      title: 'Night',
      exports: ['createDetector', 'createAlerter'],
      stretch: false,
    },
  ],
  promises: [
    {
      id: 'independent',
      text: 'A detector depends on its own samples alone, an alerter on its own alerts and its clock.',
      kind: 'safety',
    },
    {
      id: 'number',
      text: 'A score is a number from 0 up, also where nothing varies, and an anomaly is a score above the threshold.',
      kind: 'safety',
    },
    {
      id: 'silence',
      text: 'With fewer than minSamples in the window nothing is said.',
      kind: 'safety',
    },
    { id: 'missing', text: 'What is missing is no sample.', kind: 'safety' },
    { id: 'lasting', text: 'What has not lasted for forMs is not paged.', kind: 'safety' },
    { id: 'once', text: 'While a group is open, it is named once.', kind: 'safety' },
    {
      id: 'cap',
      text: 'In no hour there are more than maxPerHour pages and summaries.',
      kind: 'safety',
    },
    {
      id: 'score',
      text: 'The score is the distance from the median of the window, in median deviations.',
      kind: 'liveness',
    },
    { id: 'unit', text: 'Unit and zero point of the samples do not matter.', kind: 'performance' },
    {
      id: 'level',
      text: 'A new level is an anomaly, and none any more after a window of it.',
      kind: 'liveness',
    },
    {
      id: 'found',
      text: 'With a tenth of the samples wrong, at least 85 % of those are anomalies.',
      kind: 'performance',
    },
    {
      id: 'calm',
      text: 'Where nothing is wrong, at most 0.5 % of the samples are anomalies.',
      kind: 'performance',
    },
    {
      id: 'season',
      text: 'With a season, a sample is compared with its own moment of earlier seasons.',
      kind: 'performance',
    },
    {
      id: 'in-time',
      text: 'What has lasted for forMs is paged at that moment.',
      kind: 'liveness',
    },
    {
      id: 'again',
      text: 'A group is closed after clearMs without anything bad, and can open again.',
      kind: 'liveness',
    },
    {
      id: 'summary',
      text: 'Whoever had to wait is named in one summary, as soon as there is room.',
      kind: 'liveness',
    },
    {
      id: 'told',
      text: 'Every listener is told of every page: what kind, when, and which groups.',
      kind: 'performance',
    },
    {
      id: 'night',
      text: 'Whoever breaks is paged in time and once, and nobody else is.',
      kind: 'liveness',
    },
  ],
  tests: [
    {
      id: 'scoring > depends on its own samples alone',
      promise: 'independent',
      part: 'scoring',
      points: 3,
    },
    {
      id: 'scoring > always a number from 0 up, also where nothing varies',
      promise: 'number',
      part: 'scoring',
      points: 6,
    },
    {
      id: 'scoring > with too few samples it says nothing',
      promise: 'silence',
      part: 'scoring',
      points: 5,
    },
    {
      id: 'scoring > what is missing is no sample',
      promise: 'missing',
      part: 'scoring',
      points: 3,
    },
    {
      id: 'scoring > the score is the distance from the median, in median deviations',
      promise: 'score',
      part: 'scoring',
      points: 9,
    },
    {
      id: 'scoring > unit and zero point do not matter',
      promise: 'unit',
      part: 'scoring',
      points: 3,
    },
    {
      id: 'scoring > a new level is an anomaly, and a window later it is none',
      promise: 'level',
      part: 'scoring',
      points: 5,
    },
    {
      id: 'scoring > with a tenth wrong already, most of what is wrong is found',
      promise: 'found',
      part: 'scoring',
      points: 6,
    },
    { id: 'scoring > noise is rarely an anomaly', promise: 'calm', part: 'scoring', points: 4 },
    {
      id: 'seasons > the daily peak is no anomaly, and its absence is one',
      promise: 'season',
      part: 'seasons',
      points: 8,
    },
    {
      id: 'alerting > depends on its own alerts and clock alone',
      promise: 'independent',
      part: 'alerting',
      points: 2,
    },
    {
      id: 'alerting > what does not last is not paged',
      promise: 'lasting',
      part: 'alerting',
      points: 7,
    },
    {
      id: 'alerting > one page while a group is open',
      promise: 'once',
      part: 'alerting',
      points: 9,
    },
    {
      id: 'alerting > what lasts is paged, however often it is told',
      promise: 'in-time',
      part: 'alerting',
      points: 7,
    },
    {
      id: 'alerting > a group that was closed is paged again',
      promise: 'again',
      part: 'alerting',
      points: 4,
    },
    {
      id: 'alerting > never more pages in an hour than allowed',
      promise: 'cap',
      part: 'alerting',
      points: 6,
    },
    {
      id: 'alerting > whoever had to wait is named as soon as there is room',
      promise: 'summary',
      part: 'alerting',
      points: 6,
    },
    {
      id: 'alerting > every listener hears when, and of whom',
      promise: 'told',
      part: 'alerting',
      points: 2,
    },
    {
      id: 'night > who breaks is paged once, and nobody else',
      promise: 'night',
      part: 'night',
      points: 5,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'sorted-classes.ts',
      style:
        'classes; a window that stays sorted; timers that are never cleared and know their turn',
    },
    {
      file: 'sleeping.ts',
      style: 'generators, frozen answers with getters; async functions that sleep',
    },
    {
      file: 'one-alarm.ts',
      style: 'keeps the whole past; one timer for whatever of it is due next',
    },
    {
      file: 'mailbox.ts',
      style: 'a subclass of Map, getters; alerts wait in a mailbox, timers are never cleared',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100)
  throw new Error(`sentinel-anomaly-detector-manifest.ts: ${points} points, not 100`)
