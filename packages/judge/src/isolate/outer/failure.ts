/**
 * What the inner side throws, and the only way in which something that the submission threw comes
 * over the border. The private field cannot be forged, and looking for it runs no foreign code.
 */
export class Failure {
  readonly #thrown: unknown

  /** @param thrown of this realm, as all that the suite is given */
  constructor(thrown: unknown) {
    this.#thrown = thrown
  }

  /** What is to be thrown on, when the inner side threw this. */
  static thrownBy(error: unknown): unknown {
    if (typeof error === 'object' && error !== null && #thrown in error) return error.#thrown
    // Where the stack is full, not even a failure can be made.
    return new RangeError('Maximum call stack size exceeded')
  }
}
