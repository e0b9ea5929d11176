const WIDTH = 96
const CALL_LINES_MAX = 4

/** A verdict has room for so many steps beside the promise and what is wrong. */
const STEP_LINES_MAX = 6
const THROWN_CHARACTERS_MAX = 160

/** `A` stays bare; ids that could be misread (empty, numbers, `null`) are quoted. */
export function quoted(id: string): string {
  return /^[A-Z][A-Za-z]*$/.test(id) ? id : JSON.stringify(id)
}

/** 1 call, 1,000 calls. */
export function counted(n: number, noun: string): string {
  return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`
}

/** 12,345. By hand: an isolate may know no locale, and where one is known, the first look costs. */
export function grouped(whole: number): string {
  return String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/**
 * a; a and b; a, b and c.
 *
 * @throws {Error} when nobody is listed
 */
export function listed(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined) throw new Error('A list has at least one name')
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** What was thrown, in a few words and one line. */
export function thrownText(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : plainText(thrown)
  const [line = ''] = text.split('\n')
  return line.length > THROWN_CHARACTERS_MAX ? `${line.slice(0, THROWN_CHARACTERS_MAX)}…` : line
}

/** An error of another realm is no `Error` of this one, and a thrown object may have no text. */
function plainText(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const name = 'name' in thrown ? String(thrown.name) : 'Error'
  return 'message' in thrown ? `${name}: ${String(thrown.message)}` : name
}

/** Calls one after the other as lines: repeated calls are counted, a long middle is left out. */
export function callLines(calls: readonly string[]): string {
  const lines = wrap(merged(calls))
  if (lines.length <= CALL_LINES_MAX) return lines.join('\n')
  const left = lines.length - CALL_LINES_MAX + 1
  const last = lines.slice(2 - CALL_LINES_MAX)
  return [lines[0], `  … ${counted(left, 'more line')} …`, ...last].join('\n')
}

/** The last steps of a conversation, one a line; what was before them is counted. */
export function stepLines(steps: readonly string[]): string {
  const lines = merged(steps)
  const told = lines.length > STEP_LINES_MAX ? lines.slice(1 - STEP_LINES_MAX) : lines
  const left = lines.length - told.length
  const before = left === 0 ? [] : [`… ${left} steps before`]
  return [...before, ...told].map((line) => `  ${line}`).join('\n')
}

function merged(calls: readonly string[]): string[] {
  const runs: { call: string; times: number }[] = []
  for (const call of calls) {
    const last = runs.at(-1)
    if (last?.call === call) last.times++
    else runs.push({ call, times: 1 })
  }
  return runs.map(({ call, times }) => (times === 1 ? call : `${call} (${times} times)`))
}

function wrap(words: readonly string[]): string[] {
  const lines: string[] = []
  let line = ' '
  for (const [index, word] of words.entries()) {
    const piece = index === words.length - 1 ? word : `${word},`
    if (line.trim() !== '' && line.length + 1 + piece.length > WIDTH) {
      lines.push(line)
      line = ' '
    }
    line += ` ${piece}`
  }
  return [...lines, line]
}
