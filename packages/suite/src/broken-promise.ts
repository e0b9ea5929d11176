/** A promise that did not hold: the message is what the learner reads. */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise'
}

/** The submission threw where no promise allows it; the cause is what it threw. */
export class SubjectThrew extends Error {
  override name = 'SubjectThrew'
}

/** The same calls, or the same world, went another way when they were made once more. */
export class NotDeterministic extends Error {
  override name = 'NotDeterministic'
}
