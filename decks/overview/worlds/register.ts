/** One write or read, from its call to its answer. Versions count the writes, from 1. */
export interface Operation {
  kind: 'write' | 'read'
  version: number
  calledMs: number
  answeredMs: number
}

/** Three copies; writes wait for two of them, reads take the first two that answer. */
export const shop = {
  copies: 3,
  quorum: 2,
  meanDelayMs: 10,
  meanPauseMs: 10,
  writes: 10,
  readers: 4,
  readsOfEach: 20,
}

/**
 * Runs one writer and some readers against a replicated register. Nothing crashes, nothing is
 * lost and no clock is read; each message takes its own random time, and that is all.
 *
 * @param writeBack whether a reader stores what it saw at a quorum before it answers (Attiya,
 * Bar-Noy and Dolev 1995, section 3).
 */
export function runRegister(seed: number, writeBack: boolean): Operation[] {
  const random = createRandom(seed)
  const plans: { atMs: number; run: (nowMs: number) => void }[] = []
  const copies = Array.from({ length: shop.copies }, () => 0)
  const history: Operation[] = []

  pause(0, (nowMs) => write(nowMs, 1))
  for (let reader = 0; reader < shop.readers; reader++) pause(0, (nowMs) => read(nowMs, 1))
  while (plans.length > 0) {
    const next = plans.reduce((first, each) => (each.atMs < first.atMs ? each : first))
    plans.splice(plans.indexOf(next), 1)
    next.run(next.atMs)
  }
  return history

  function write(calledMs: number, version: number): void {
    ask(calledMs, version, (answeredMs) => {
      history.push({ kind: 'write', version, calledMs, answeredMs })
      if (version < shop.writes) pause(answeredMs, (nowMs) => write(nowMs, version + 1))
    })
  }

  function read(calledMs: number, turn: number): void {
    ask(calledMs, 0, (seenMs, version) => {
      if (writeBack) ask(seenMs, version, (storedMs) => answer(storedMs, version))
      else answer(seenMs, version)
    })

    function answer(answeredMs: number, version: number): void {
      history.push({ kind: 'read', version, calledMs, answeredMs })
      if (turn < shop.readsOfEach) pause(answeredMs, (nowMs) => read(nowMs, turn + 1))
    }
  }

  /** Offers a version to every copy (0 only asks) and hears the newest of the first quorum. */
  function ask(sentMs: number, offered: number, done: (nowMs: number, newest: number) => void) {
    const heard: number[] = []
    for (const copy of copies.keys()) {
      plan(sentMs, shop.meanDelayMs, (arrivedMs) => {
        const stored = Math.max(copies[copy] ?? 0, offered)
        copies[copy] = stored
        plan(arrivedMs, shop.meanDelayMs, (nowMs) => {
          heard.push(stored)
          if (heard.length === shop.quorum) done(nowMs, Math.max(...heard))
        })
      })
    }
  }

  function pause(nowMs: number, run: (nowMs: number) => void): void {
    plan(nowMs, shop.meanPauseMs, run)
  }

  /** After an exponentially distributed time. */
  function plan(nowMs: number, meanMs: number, run: (nowMs: number) => void): void {
    plans.push({ atMs: nowMs - Math.log(1 - random()) * meanMs, run })
  }
}

/** The mulberry32 generator: the same seed gives the same run on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
