const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A date of content (`2025`, `2025-03` or `2025-03-14`) as it is said: `14 March 2025`. */
export function asOfText(asOf: string): string {
  const [year = '', month, day] = asOf.split('-')
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return [day === undefined ? undefined : Number(day), name, year]
    .filter((part) => part !== undefined)
    .join(' ')
}
