import { fixOn } from './outcomes.mjs'

const SIGNS = { ok: '✓', warning: '!', bad: '✗' }
const COLORS = { ok: 32, warning: 33, bad: 31 }
const TITLE_WIDTH = 9
const INDENT = TITLE_WIDTH + 3

/**
 * The findings as lines; each that is not in order comes with the command that mends it.
 *
 * @param {readonly import('./examine.mjs').Finding[]} findings
 * @param {{ platform: string, color: boolean, columns: number, isBrief?: boolean }} options of the machine that was looked at
 * @returns {string}
 */
export function findingsText(findings, { platform, color, columns, isBrief = false }) {
  const paint = (code, text) => (color ? `\u001B[${code}m${text}\u001B[0m` : text)
  const shown = isBrief ? findings.filter(({ outcome }) => outcome.level !== 'ok') : findings
  const lines = shown.flatMap(({ look, outcome, detail }) => {
    const { level, says } = outcome
    const sign = paint(COLORS[level], SIGNS[level])
    const about = detail === undefined ? '' : ` (${detail})`
    const [line, ...more] = wrap(`${says}${about}`, columns - INDENT)
    const fix = level === 'ok' ? undefined : fixOn(outcome, platform)
    return [
      `${sign} ${look.title.padEnd(TITLE_WIDTH)} ${line}`,
      ...more.map((text) => `${' '.repeat(INDENT)}${text}`),
      // In one piece, however long: it is there to be copied.
      ...(fix === undefined ? [] : [`${' '.repeat(INDENT)}${paint(1, fix)}`]),
    ]
  })
  return [...lines, '', ...wrap(summary(findings), columns)].map((line) => `${line}\n`).join('')
}

function summary(findings) {
  const count = (level) => findings.filter(({ outcome }) => outcome.level === level).length
  const stops = count('bad')
  if (stops > 0)
    return `${things(stops)} would stop you. Run the command below each ✗, then this again.`
  const slows = count('warning')
  return slows > 0 ? `This will do: ${things(slows)} could be better.` : 'Fit for the day.'
}

function things(count) {
  return count === 1 ? '1 thing' : `${count} things`
}

/** Between words, so that a narrow terminal does not break them. */
function wrap(text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
