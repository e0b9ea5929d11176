/**
 * A promise that did not hold: the message is what the learner reads. It is not the one of
 * `@five-pillars/suite`, so that the bench needs nothing but the simulator.
 */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise'
}
