import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitraryTrace } from '../../fixtures/arbitrary-trace.ts'
import { readTrace } from '../../fixtures/read-trace.ts'
import { mermaidText } from './mermaid-text.ts'
import { printable } from './printable.ts'
import { traceMermaid } from './trace-mermaid.ts'

/**
 * What we write of Mermaid's grammar, and nothing else. That Mermaid itself reads it is tested in
 * deck-kit, whose browser it needs.
 */
const TEXT = String.raw`(?:[\p{L}\p{N} .,()'?!=|→…×–_-]|#\d+;|<br/>)*`
const NAME = String.raw`[a-z]\w*`
const STATEMENTS = [
  `acc(?:Title|Descr): ${TEXT}`,
  `participant ${NAME}(?: as ${TEXT})?`,
  `Note over ${NAME}(?:,${NAME})?: ${TEXT}`,
  String.raw`${NAME}(?:->>|--x|-\))${NAME}: ${TEXT}`,
]
const STATEMENT = new RegExp(`^  (?:${STATEMENTS.join('|')})$`, 'iu')

describe('traceMermaid', () => {
  test('it is in its grammar, whatever the trace', () => {
    fc.assert(
      fc.property(arbitraryTrace(), (trace) => {
        const [head, ...lines] = traceMermaid(trace).slice(0, -1).split('\n')
        expect(head).toBe('sequenceDiagram')
        expect(lines.filter((line) => !STATEMENT.test(line))).toEqual([])
      }),
    )
  })

  test('the rest of a long run is left out, and counted', () => {
    const diagram = traceMermaid(readTrace('two-leaders'), { messages: 3 })
    expect(diagram.match(/->>|--x|-\)/g)).toHaveLength(3)
    expect(diagram).toContain('Note over a,c: left out#58; 13 messages')
  })

  test('a name that Mermaid has a use for becomes an alias', () => {
    const trace = readTrace('two-leaders')
    const nodes = ['end', 'node0', 'a b', ''].map((id) => ({ id, role: 'server' }) as const)
    expect(traceMermaid({ ...trace, nodes, events: [], findings: [] })).toBe(
      [
        'sequenceDiagram',
        'accTitle: raft-election, seed 417',
        'accDescr: no fault at all → nothing breaks',
        'participant node0 as #101;nd',
        'participant node1 as node0',
        'participant node2 as a b',
        'participant node3 as #34;#34;\n',
      ].join('\n  '),
    )
  })

  test('a trace without nodes has nothing to write notes over', () => {
    expect(traceMermaid({ ...readTrace('two-leaders'), nodes: [] })).not.toContain('Note')
  })
})

describe('mermaidText', () => {
  test.each([
    ['a; b', 'a#59; b'],
    ['x: #1', 'x#58; #35;1'],
    ['the end', 'the #101;nd'],
    ['append', 'append'],
    ['"q" `c` %%', '#34;q#34; #96;c#96; #37;#37;'],
    ['<br/>', '#60;br#47;#62;'],
    ['Größe', 'Größe'],
    ['🦉', '#129417;'],
    ['a\u2028b', 'a#92;u#123;2028#125;b'],
  ])('%s is written %s', (text, written) => {
    expect(mermaidText(text)).toBe(written)
  })

  test('the text is there again once the entities are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = mermaidText(text).replaceAll(/#(\d+);/g, (_, code) =>
          String.fromCodePoint(Number(code)),
        )
        expect(read).toBe(printable(text))
      }),
    )
  })
})
