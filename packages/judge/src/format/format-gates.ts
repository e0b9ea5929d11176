import type { GateReport } from '../author/author-check.ts'
import type { FormatOptions } from './format-verdict.ts'
import { styleFor } from './style.ts'
import { wrap } from './wrap.ts'

/** The gates of an exercise, one line each, with what breaks them. */
export function formatGates(report: GateReport, { columns, color }: FormatOptions): string {
  const style = styleFor(color)
  const broken = report.gates.filter((gate) => gate.findings.length > 0).length
  const seconds = (report.ms / 1000).toFixed(1)
  const head = report.passed
    ? style.green(`✓ ${report.exercise}  all ${report.gates.length} gates passed in ${seconds} s`)
    : style.red(
        `✗ ${report.exercise}  ${broken} of ${report.gates.length} gates not passed, in ${seconds} s`,
      )
  const lines = [style.bold(head), '']
  for (const { title, findings } of report.gates) {
    lines.push(
      findings.length === 0 ? `  ${style.green('✓')} ${title}` : `  ${style.red('✗')} ${title}`,
    )
    for (const finding of findings) {
      const [first = '', ...more] = wrap(finding, columns - 6)
      lines.push(`    – ${first}`, ...more.map((line) => `      ${line}`))
    }
  }
  return `${lines.join('\n')}\n`
}
