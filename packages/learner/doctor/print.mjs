import { fixOn } from './outcomes.mjs'

const SIGNS = { ok: '✓', warning: '!', bad: '✗' }
const COLORS = { ok: 32, warning: 33, bad: 31 }
const TITLE_WIDTH = 9

/**
 * The findings as lines; each that is not in order comes with the command that mends it.
 *
 * @param {readonly import('./examine.mjs').Finding[]} findings
 * @param {{ platform: string, color: boolean, isBrief?: boolean }} options of the machine that was looked at
 * @returns {string}
 */
export function findingsText(findings, { platform, color, isBrief = false }) {
  const paint = (code, text) => (color ? `\u001B[${code}m${text}\u001B[0m` : text)
  const shown = isBrief ? findings.filter(({ outcome }) => outcome.level !== 'ok') : findings
  const lines = shown.flatMap(({ look, outcome, detail }) => {
    const { level, says } = outcome
    const sign = paint(COLORS[level], SIGNS[level])
    const about = detail === undefined ? '' : ` (${detail})`
    const line = `${sign} ${look.title.padEnd(TITLE_WIDTH)} ${says}${about}`
    const fix = level === 'ok' ? undefined : fixOn(outcome, platform)
    return fix === undefined ? [line] : [line, `${' '.repeat(TITLE_WIDTH + 3)}${paint(1, fix)}`]
  })
  return [...lines, '', summary(findings)].map((line) => `${line}\n`).join('')
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
