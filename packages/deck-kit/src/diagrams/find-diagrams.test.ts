import { describe, expect, test } from 'vitest'

import { diagramFile } from './diagram-file.ts'
import { findDiagrams } from './find-diagrams.ts'
import { lintDiagram } from './lint-diagram.ts'

const content = `# Title

\`\`\`mermaid {scale: 0.8}
flowchart LR
  a --> b
\`\`\`

\`\`\`ts
const mermaid = 1
\`\`\`

<v-click>

\`\`\`\`mermaid
pie
\`\`\`\`

</v-click>
`

describe('findDiagrams', () => {
  test('each fence comes with its file, its line and its slide', () => {
    expect(findDiagrams([{ content, file: 'pages/02.md', line: 10, no: 4 }])).toEqual([
      { code: 'flowchart LR\n  a --> b', where: 'pages/02.md:12 (slide 4)' },
      { code: 'pie', where: 'pages/02.md:23 (slide 4)' },
    ])
  })

  test('a checkout with CRLF has the same drawings', () => {
    const codes = [content, content.replaceAll('\n', '\r\n')].map((text) =>
      findDiagrams([{ content: text, file: 'a.md', line: 1, no: 1 }]).map((each) => each.code),
    )
    expect(codes[1]).toEqual(codes[0])
    expect(diagramFile('a\r\nb\r\n', 'dark')).toBe(diagramFile('a\nb', 'dark'))
  })

  test('each scheme has a file of its own', () => {
    expect(diagramFile('pie', 'light')).not.toBe(diagramFile('pie', 'dark'))
  })
})

describe('lintDiagram', () => {
  test('a diagram tells its title and its story to those who do not see it', () => {
    expect(lintDiagram('flowchart LR\n  accTitle: Way\n  accDescr: From a to b')).toEqual([])
    expect(lintDiagram('flowchart LR\n  accTitle: Way\n  accDescr {\n    long\n  }')).toEqual([])
    expect(lintDiagram('flowchart LR\n  accTitle:\n  a --> b')).toEqual([
      'has no accTitle: add "accTitle: …" below its first line',
      'has no accDescr: add "accDescr: …" below its first line',
    ])
  })
})
