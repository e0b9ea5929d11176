/**
 * Whom to send work to.
 *
 * @param panicShare below this share of healthy members, from 0 to 1, health is not believed
 */
export function eligible<T>(
  members: readonly T[],
  isHealthy: (member: T) => boolean,
  panicShare: number,
): readonly T[] {
  // #region eligible
  const healthy = members.filter(isHealthy)
  const isPanic = healthy.length < panicShare * members.length
  return isPanic ? members : healthy
  // #endregion eligible
}
