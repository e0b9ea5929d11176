import inspect from 'object-inspect'

/** Longer lines are cut by the suite's side anyway. */
const TEXT_MAX = 1000

const OPTIONS = {
  depth: 3,
  customInspect: false,
  maxStringLength: TEXT_MAX,
  maxCollectionLength: 100,
} as const

/** The values of one call of console.log as text. */
export function showAll(values: readonly unknown[]): string {
  let line = ''
  // By index: the array is the submission's, and so are its methods.
  for (let index = 0; index < values.length && line.length < TEXT_MAX; index += 1) {
    line += (index === 0 ? '' : ' ') + show(values[index])
  }
  return line
}

/** What cannot be shown, such as a proxy that throws, does not hide what is logged with it. */
function show(value: unknown): string {
  try {
    return shown(value)
  } catch {
    return '[cannot be shown]'
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > TEXT_MAX ? value.slice(0, TEXT_MAX) : value
  return inspect(value, OPTIONS)
}
