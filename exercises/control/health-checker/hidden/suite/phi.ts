import type { Subject } from './checks.ts'
import { oddIds } from './ids.ts'
import { phiOptions, PhiTalk } from './phi-talk.ts'

const MEAN_MS = 1000
const SPREAD_MS = 100

/** The brief asks for so many gaps. */
const GAPS_MIN = 5

/** Phi is the tail of a normal curve: it grows in silence, and a heartbeat ends it. */
export function phiCountsFromMean(subject: Subject): void {
  for (const acceptablePauseMs of [0, 700]) {
    for (const minStdMs of [1, 250]) {
      const talk = new PhiTalk(subject, { ...phiOptions, minStdMs, acceptablePauseMs })
      talk.beat('A', 5000)
      talk.rhythm('A', 40, MEAN_MS, SPREAD_MS)
      const stdMs = Math.max(minStdMs, SPREAD_MS)
      const given = `the mean is ${MEAN_MS} ms, the standard deviation ${SPREAD_MS} ms`
      for (const z of [0, 1, 2, 3, -1]) {
        talk.expectPhi('A', MEAN_MS + acceptablePauseMs + z * stdMs, z, given)
      }
      expectGrows(talk, 20 * MEAN_MS)
      talk.expectSuspect('A', MEAN_MS + acceptablePauseMs + stdMs, false)
      talk.expectSuspect('A', MEAN_MS + acceptablePauseMs + 4 * stdMs, true)
      talk.beat('A', MEAN_MS + 2 * SPREAD_MS)
      talk.expectSuspect('A', 0, false)
    }
  }
  const steady = new PhiTalk(subject, { ...phiOptions, minStdMs: 2 })
  steady.rhythm('A', 40, MEAN_MS, 0)
  steady.expectPhi('A', MEAN_MS, 0, 'every gap was 1000 ms')
  steady.expectPhi('A', MEAN_MS + 4, 2, 'every gap was 1000 ms, and a deviation is at least 2 ms')
  expectGrows(steady, 20 * MEAN_MS)
}

/** Phi never falls in silence. */
function expectGrows(talk: PhiTalk, untilMs: number): void {
  let before = 0
  for (let silentMs = 0; silentMs <= untilMs; silentMs += MEAN_MS / 20) {
    const phi = talk.phi('A', silentMs)
    if (phi < before - 1e-6) {
      talk.broken(
        'A',
        silentMs,
        `phi fell to ${phi.toFixed(2)} in silence, from ${before.toFixed(2)}.`,
      )
    }
    before = phi
  }
  if (before < 2) talk.broken('A', untilMs, `phi is still ${before.toFixed(2)}.`)
}

/** When the rhythm changes, the last gaps count, and no other. */
export function phiAdapts(subject: Subject): void {
  const window = 20
  const talk = new PhiTalk(subject, { ...phiOptions, window })
  talk.rhythm('A', 60, MEAN_MS, SPREAD_MS)
  talk.rhythm('A', window, 3 * MEAN_MS, SPREAD_MS)
  const given = `the last ${window} gaps were 3000 ms in the mean, with a deviation of 100 ms`
  for (const z of [0, 1, 2]) talk.expectPhi('A', 3 * MEAN_MS + z * SPREAD_MS, z, given)
  talk.rhythm('A', window, MEAN_MS / 2, SPREAD_MS)
  const again = `the last ${window} gaps were 500 ms in the mean, with a deviation of 100 ms`
  for (const z of [0, 1, 2]) talk.expectPhi('A', MEAN_MS / 2 + z * SPREAD_MS, z, again)
  remembersSilence(subject)
  remembersExactly(subject)
}

/** The oldest gap of a small window counts, and the one before it does not. */
function remembersExactly(subject: Subject): void {
  const window = 6
  const talk = new PhiTalk(subject, { ...phiOptions, window })
  for (const gapMs of [0, 9000, 2200, 1000, 1000, 1000, 1000, 1000]) talk.beat('A', gapMs)
  const given = 'the last 6 gaps were 2,200 ms and five times 1,000 ms'
  talk.expectPhi('A', 1200, 0, given)
}

/** A long silence is a gap like any other, once it has ended. */
function remembersSilence(subject: Subject): void {
  const talk = new PhiTalk(subject, phiOptions)
  talk.rhythm('A', 40, MEAN_MS, SPREAD_MS)
  talk.phi('A', 30 * MEAN_MS)
  talk.beat('A', 30 * MEAN_MS)
  const [others, meanMs] = [39, (39 * MEAN_MS + 30 * MEAN_MS) / 40]
  const squares = others * ((MEAN_MS - meanMs) ** 2 + SPREAD_MS ** 2) + (30 * MEAN_MS - meanMs) ** 2
  const stdMs = Math.sqrt(squares / 40)
  const given = `of 40 gaps one was 30,000 ms, and the others 1,000 ms in the mean`
  for (const z of [0, 1, 2]) talk.expectPhi('A', meanMs + z * stdMs, z, given)
}

/** With fewer than five gaps phi is 0. */
export function phiNeedsSamples(subject: Subject): void {
  const talk = new PhiTalk(subject, phiOptions)
  for (let beats = 0; beats <= GAPS_MIN; beats++) {
    const phi = talk.phi('A', 60 * MEAN_MS)
    if (phi > 1e-6)
      talk.broken(
        'A',
        60 * MEAN_MS,
        `phi is ${phi.toFixed(2)}, and must be 0 with so few heartbeats.`,
      )
    talk.expectSuspect('A', 60 * MEAN_MS, false)
    talk.beat('A', MEAN_MS)
  }
  talk.expectPhi('A', MEAN_MS, 0, `there are ${GAPS_MIN} gaps, each of ${MEAN_MS} ms`)
  talk.expectSuspect('A', 60 * MEAN_MS, true)
}

/** Each target has a rhythm of its own, and each detector targets of its own. */
export function phiKeepsApart(subject: Subject): void {
  const talk = new PhiTalk(subject, phiOptions)
  const ids = ['A', ...oddIds]
  const meanOf = (id: string): number => MEAN_MS * (1 + ids.indexOf(id))
  for (const id of ids) talk.beat(id, 0)
  for (let round = 0; round < 10; round++) {
    for (const id of ids) talk.rhythm(id, 2, meanOf(id), SPREAD_MS)
  }
  if (ids.length < 2) throw new Error('sentinel-health-checker-phi.ts: nobody to keep apart')
  for (const id of ids) {
    const given = `its own gaps were ${meanOf(id)} ms in the mean, with a deviation of 100 ms`
    for (const z of [0, 2]) talk.expectPhi(id, meanOf(id) + z * SPREAD_MS, z, given)
  }
  const other = new PhiTalk(subject, phiOptions)
  const phi = other.phi('A', 60 * MEAN_MS)
  if (phi > 1e-6) other.broken('A', 60 * MEAN_MS, 'A new detector has heard of A already.')
}
