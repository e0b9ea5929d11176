/** A tick as people write it: thin spaces between thousands, no needless decimals. */
export function tickText(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, '\u202F') : whole
  const sign = value < 0 ? '\u2212' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}
