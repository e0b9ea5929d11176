const WIDTH = 96
const MOST_LINES = 4

/** A promise that did not hold: the message is what the learner reads. */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise'
}

/** The submission threw where no promise allows it. */
export class SubjectThrew extends Error {
  override name = 'SubjectThrew'
}

/** `A` stays bare; ids that could be misread (empty, numbers, `null`) are quoted. */
export function quoted(id: string): string {
  return /^[A-Z][A-Za-z]*$/.test(id) ? id : JSON.stringify(id)
}

export function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`
}

/** What was thrown, in a few words and one line. */
export function thrownText(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  const [line = ''] = text.split('\n')
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}

/** A list of calls as lines: repeated calls are counted, a long middle is left out. */
export function callLines(calls: readonly string[]): string {
  if (calls.length === 0) throw new Error('sentinel-load-balancer-story.ts: a story has calls')
  const lines = wrap(merge(calls))
  if (lines.length <= MOST_LINES) return lines.join('\n')
  const left = lines.length - MOST_LINES + 1
  return [lines[0], `  … ${counted(left, 'more line')} …`, ...lines.slice(2 - MOST_LINES)].join(
    '\n',
  )
}

function merge(calls: readonly string[]): string[] {
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
