/**
 * @typedef {object} KitState
 * @property {boolean} isKit false in a clone
 * @property {string | undefined} around folder of another kit that it lies in
 * @property {readonly string[]} lost
 * @property {readonly string[]} changed
 */

/** @param {KitState} state */
export function lookAtKit({ isKit, around, lost, changed }) {
  if (!isKit) return { outcome: 'ok', detail: 'a clone' }
  if (around !== undefined) return { outcome: 'nested', detail: around }
  if (lost.length > 0) return { outcome: 'lost', detail: someOf(lost) }
  return changed.length > 0 ? { outcome: 'changed', detail: someOf(changed) } : { outcome: 'ok' }
}

function someOf([first, ...others]) {
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
