const COMPARED =
  /^expected ([^]+?) to (be (?:greater|less) than(?: or equal to)?|be|(?:deeply |strictly )?equal) ([^]+)$/

/** What is no value, as in "to be a function", stays as it is. */
const VALUE = /^(?:['"[{\-+\d]|Set\{|Map\{|(?:true|false|null|undefined|NaN|Infinity)$)/

const BOUNDS = new Map([
  ['be greater than', 'more than '],
  ['be greater than or equal to', 'at least '],
  ['be less than', 'less than '],
  ['be less than or equal to', 'at most '],
])

/**
 * What a matcher of vitest says, in an order in which nobody takes what came for what was wanted.
 * Anything else is returned as it is.
 */
export function compared(text: string): string {
  const [, came, how = '', wanted] = COMPARED.exec(text) ?? []
  if (came === undefined || wanted === undefined || !VALUE.test(wanted)) return text
  return `Expected ${BOUNDS.get(how) ?? ''}${unsigned(wanted)}, and it was ${unsigned(came)}.`
}

/** Chai tells a zero from one below it; a learner wonders about the sign. */
function unsigned(value: string): string {
  return value === '+0' ? '0' : value
}
