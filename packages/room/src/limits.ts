/** Longest body of a request, in bytes; a submission is one file of at most 120 lines as a rule. */
export const MAX_BODY_BYTES = 512 * 1024

/** Longest source of one submission, in UTF-16 units; what is longer is refused, not cut. */
export const MAX_SOURCE_LENGTH = 256 * 1024

/** Longest nickname, in Unicode code points. */
export const MAX_NICKNAME_LENGTH = 32

/** Longest line that a host or a learner writes to the other: announcement, note with a raised hand. */
export const MAX_TEXT_LENGTH = 500

/** Learners that a room takes. */
export const MAX_LEARNERS = 500

/** Requests of one learner that are answered in a second, on average; more get 429. */
export const LEARNER_REQUESTS_A_SECOND = 20

/** Requests of one learner at once above that average. */
export const LEARNER_BURST = 60

/** Nobody breaks a promise for so long, and so often, without being stuck. */
export const STUCK_MINUTES = 12
export const STUCK_ATTEMPTS = 4

/**
 * So often the console sends something on every open stream, a comment where there is nothing to say:
 * a machine that hears nothing for three times as long knows that the way is cut, and asks again.
 */
export const HEARTBEAT_SECONDS = 15

/** The newest so many announcements are told to whoever comes, or comes back. */
export const ANNOUNCEMENTS_TOLD = 20
