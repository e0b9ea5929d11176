import { measuredBy } from '../measured-by.ts'
import type { FigureRecord } from './figure-record.ts'
import truth from './measured/truth.json' with { type: 'json' }
import { about, rounded } from './printed.ts'

const MEASURED = {
  asOf: '2026-11',
  trust: 'measured',
  verdict: 'measured',
  measuredBy: measuredBy('truth'),
} as const

const BACKWARDS = 'let a later reader see an older value'
const BOARD_CAVEAT =
  'Simulated, half a second each: one writer, four readers, messages of 10 ms in the mean; no crash, no loss. The share depends on how often they read.'
const ELECTION_CAVEAT =
  'Simulated: five servers that start together, messages of 10 ms, shortest wait 150 ms.'
const ANSWER = 'median time until an answer'

/** Numbers of the register and election worlds in `decks/truth/worlds`, which write their amounts. */
export const truthMeasuredFigures = [
  {
    ...MEASURED,
    id: 'board-backwards-one-of-three',
    value: rounded(truth['board-backwards-one-of-three']),
    unit: 'of 1,000 runs',
    label: `${BACKWARDS}, with three copies of which one is asked`,
    sources: [],
    amount: truth['board-backwards-one-of-three'],
    tolerance: 0.1,
    caveat: BOARD_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'board-backwards-two-of-three',
    value: rounded(truth['board-backwards-two-of-three']),
    unit: 'of 1,000 runs',
    label: `${BACKWARDS}, with three copies of which two are asked`,
    sources: ['attiya-1995-registers'],
    amount: truth['board-backwards-two-of-three'],
    tolerance: 0.1,
    caveat: BOARD_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'board-backwards-three-of-five',
    value: rounded(truth['board-backwards-three-of-five']),
    unit: 'of 1,000 runs',
    label: `${BACKWARDS}, with five copies of which three are asked`,
    sources: ['attiya-1995-registers'],
    amount: truth['board-backwards-three-of-five'],
    tolerance: 0.1,
    caveat: BOARD_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'board-backwards-write-back',
    value: rounded(truth['board-backwards-write-back']),
    unit: 'of 1,000 runs',
    label: `${BACKWARDS}, when readers write back what they saw`,
    sources: ['attiya-1995-registers'],
    amount: truth['board-backwards-write-back'],
    tolerance: 0,
    caveat: BOARD_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'election-equal-waits-led',
    value: rounded(truth['election-equal-waits-led']),
    unit: 'of 1,000 runs',
    label: 'had a leader within ten seconds, where all wait equally long before they ask',
    sources: ['ongaro-2014-raft'],
    amount: truth['election-equal-waits-led'],
    tolerance: 0,
    caveat: ELECTION_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'election-random-waits-median',
    value: about(truth['election-random-waits-median']),
    unit: 'ms',
    label: 'median time until somebody leads, where each wait is drawn from 150 to 300 ms',
    sources: ['ongaro-2014-raft'],
    amount: truth['election-random-waits-median'],
    tolerance: 0.1,
    caveat: ELECTION_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'election-without-leader',
    value: about(truth['election-without-leader']),
    unit: 'ms',
    label: 'median time without a leader after one died',
    sources: ['ongaro-2014-raft'],
    amount: truth['election-without-leader'],
    tolerance: 0.1,
    caveat: ELECTION_CAVEAT,
  },
  {
    ...MEASURED,
    id: 'agree-alone',
    value: about(truth['agree-alone']),
    unit: 'ms',
    label: `${ANSWER} from one machine`,
    sources: [],
    amount: truth['agree-alone'],
    tolerance: 0.1,
    caveat: 'Simulated: messages of 10 ms in the mean.',
  },
  {
    ...MEASURED,
    id: 'agree-decision',
    value: about(truth['agree-decision']),
    unit: 'ms',
    label: `${ANSWER} from a leader who has heard from a majority of three`,
    sources: ['ongaro-2014-raft'],
    amount: truth['agree-decision'],
    tolerance: 0.1,
    caveat: 'Simulated: messages of 10 ms in the mean.',
  },
] as const satisfies readonly FigureRecord[]
