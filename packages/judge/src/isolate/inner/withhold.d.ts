/**
 * Takes away what the graded run withholds.
 *
 * @param write takes the values of one console call
 */
export function prepareRealm(write: (values: readonly unknown[]) => void): void
