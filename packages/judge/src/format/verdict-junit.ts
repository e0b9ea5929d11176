import type { TestVerdict, Verdict } from '../verdict.ts'

/** A verdict as JUnit XML: one suite, a case for each test. */
export function verdictJunit(verdict: Verdict): string {
  const { tests, exercise } = verdict
  const failures = tests.filter((test) => outcomeOf(test) === 'failure')
  const skipped = tests.filter((test) => outcomeOf(test) === 'skipped')
  // A file that was refused has no test of its own to fail.
  const whole = verdict.state !== 'passed' && failures.length === 0
  const counts = attributes({
    name: exercise,
    tests: tests.length + (whole ? 1 : 0),
    failures: failures.length,
    errors: whole ? 1 : 0,
    skipped: skipped.length,
    time: seconds(verdict.ms),
  })
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    `  <testsuite${counts}>`,
    ...(whole ? wholeCase(verdict) : []),
    ...tests.flatMap((test) => testCase(test, exercise)),
    '  </testsuite>',
    '</testsuites>',
  ]
  return `${lines.join('\n')}\n`
}

function wholeCase(verdict: Verdict): string[] {
  return [
    `    <testcase${attributes({ classname: verdict.exercise, name: 'submission', time: '0' })}>`,
    `      <error${attributes({ type: verdict.state, message: verdict.got ?? verdict.state })}/>`,
    '    </testcase>',
  ]
}

function testCase(test: TestVerdict, exercise: string): string[] {
  const classname = test.part === null ? exercise : `${exercise}.${test.part}`
  const open = `    <testcase${attributes({ classname, name: test.id, time: seconds(test.ms ?? 0) })}`
  const inside: string[] = []
  const outcome = outcomeOf(test)
  if (outcome === 'skipped') inside.push('      <skipped/>')
  if (outcome === 'failure') {
    const [first = ''] = (test.got ?? '').split('\n')
    const text = escape([test.got ?? '', ...test.frames].join('\n'))
    inside.push(
      `      <failure${attributes({ type: test.state, message: first })}>${text}</failure>`,
    )
  }
  if (test.console.length > 0) {
    inside.push(`      <system-out>${escape(test.console.join('\n'))}</system-out>`)
  }
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, '    </testcase>']
}

function outcomeOf(test: TestVerdict): 'passed' | 'skipped' | 'failure' {
  if (test.state === 'passed') return 'passed'
  return test.state === 'not-run' ? 'skipped' : 'failure'
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${escape(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('')
}

/** Characters that XML 1.0 cannot hold in any form are dropped. */
function escape(text: string): string {
  return (
    text
      .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // A runner of GitHub takes what begins so for a command, wherever it is printed.
      .replaceAll(/^(\s*):(?=:)/gm, '$1&#58;')
      .replaceAll('##[', '##&#91;')
  )
}
