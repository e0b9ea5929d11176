import type { ClaimRecord } from './claim-record.ts'

/** What holds for every distributed system, whoever builds it. */
export const constraintClaims = [
  {
    id: 'lamport-definition',
    wording:
      "A distributed system is one in which the failure of a computer you didn't even know existed can render your own computer unusable.",
    asOf: '1987-05-28',
    sources: ['lamport-1987-definition'],
    trust: 'knowledge',
    verdict: 'supported',
    caveat: "Lamport's words. Two computers that share nothing are not one distributed system.",
  },
  {
    id: 'failures-are-correlated',
    wording: 'Failures come together: same rack, same power, same configuration, same deploy.',
    asOf: '2010',
    sources: ['ford-2010-availability'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'no-perfect-clock',
    wording:
      'No clock is perfect everywhere. You get an order of events, or an interval around an instant, but never the instant.',
    asOf: '2012',
    sources: ['lamport-1978-clocks', 'corbett-2012-spanner'],
    trust: 'knowledge',
    verdict: 'corrected',
    caveat:
      '"There is no global clock" goes too far: clocks with a known error exist, and Spanner uses them.',
  },
  {
    id: 'light-is-the-limit',
    wording:
      'A message over fibre travels about 200 km in a millisecond, and no code makes it faster.',
    asOf: '2014',
    sources: ['singla-2014-light'],
    trust: 'secondary',
    verdict: 'supported',
  },
  {
    id: 'complex-systems-run-degraded',
    wording: 'A complex system runs with something broken in it, all the time.',
    asOf: '1998',
    sources: ['cook-1998-failure'],
    trust: 'secondary',
    verdict: 'supported',
    caveat: "A practitioner's observation, mostly from medicine; not a measurement.",
  },
  {
    id: 'no-common-knowledge',
    wording: 'Over links that may lose messages, no node can ever know that everybody knows.',
    asOf: '1990',
    sources: ['halpern-1990-knowledge'],
    trust: 'knowledge',
    verdict: 'supported',
  },
  {
    id: 'attention-is-small',
    wording: 'A person holds about four things in mind at once.',
    asOf: '2001',
    sources: ['cowan-2001-memory'],
    trust: 'primary',
    verdict: 'corrected',
    caveat:
      'The famous seven, plus or minus two, was about span, not about what one can work with.',
  },
  {
    id: 'reserve-costs-money',
    wording: 'Spare capacity is paid for: limits set by hand at Google left 46 % of it unused.',
    asOf: '2020',
    sources: ['rzadca-2020-autopilot'],
    trust: 'primary',
    verdict: 'supported',
  },
  {
    id: 'doing-teaches',
    wording: 'People who work on problems in class fail less often than people who listen.',
    asOf: '2014',
    sources: ['freeman-2014-active-learning'],
    trust: 'primary',
    verdict: 'supported',
    caveat: 'Shown for university courses in science and engineering.',
  },
] as const satisfies readonly ClaimRecord[]
