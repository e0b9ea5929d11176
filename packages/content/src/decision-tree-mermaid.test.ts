import { describe, expect, test } from 'vitest'

import { decisionTree, decisionTreeMermaid, UnknownId, walkDecisions } from './index.ts'

const nodes = [...walkDecisions(decisionTree)]

describe('the drawing of the decision tree', () => {
  test.each(nodes.map((node) => node.id))(
    'from "%s" on draws each node below it once',
    (branch) => {
      const root = nodes.find((node) => node.id === branch)
      const below = root === undefined ? [] : [...walkDecisions(root)].map((node) => node.id)
      expect(drawnIn(decisionTreeMermaid({ branch }))).toEqual(below)
    },
  )

  test('links no node that it does not draw', () => {
    for (const levels of [0, 1, 2, 3]) {
      const text = decisionTreeMermaid({ levels })
      const linked = [...text.matchAll(/^ {2}([\w-]+) -->(?:\|"[^"]+"\|)? ([\w-]+)$/gm)]
      const drawn = new Set(drawnIn(text))
      for (const [, from = '', to = ''] of linked) {
        expect(drawn).toContain(from)
        expect(drawn).toContain(to)
      }
    }
  })

  test('has a title and a description for those who cannot see it', () => {
    const text = decisionTreeMermaid({ branch: 'slow' })
    expect(text).toContain('  accTitle: Decision: Which resource is saturated?\n')
    expect(text).toMatch(/^ {2}accDescr: .*The database: State: Caching, Sharding\.$/m)
  })

  test('of one level fits a slide', () => {
    expect(decisionTreeMermaid({ levels: 1 })).toMatchInlineSnapshot(`
      "%%{init: {"layout": "dagre", "flowchart": {"nodeSpacing": 10, "rankSpacing": 40, "curve": "stepBefore"}}}%%
      flowchart LR
        accTitle: Decision tree
        accDescr: Measure first. What hurts? It is slow: Work or State; It goes down: Work, State or Control; Data may be lost: State; Two places disagree: Truth; Changes hurt: Control; Nobody keeps up: Control or Intelligence.
        measure(["Measure first"])
        class measure step
        measure --> pain
        pain["What hurts?"]
        class pain question
        pain -->|"It is slow"| slow
        slow["<b>Work or State</b>"]
        class slow closed
        pain -->|"It goes down"| down
        down["<b>Work, State or Control</b>"]
        class down closed
        pain -->|"Data may be lost"| lost
        lost["<b>State</b>"]
        class lost closed
        class lost pillar-state
        pain -->|"Two places disagree"| disagree
        disagree["<b>Truth</b>"]
        class disagree closed
        class disagree pillar-truth
        pain -->|"Changes hurt"| changes
        changes["<b>Control</b>"]
        class changes closed
        class changes pillar-control
        pain -->|"Nobody keeps up"| people
        people["<b>Control or Intelligence</b>"]
        class people closed
      "
    `)
  })

  test('of an unknown branch names the nearest', () => {
    expect(() => decisionTreeMermaid({ branch: 'slwo' })).toThrow(UnknownId)
    expect(() => decisionTreeMermaid({ branch: 'slwo' })).toThrow('Did you mean "slow"?')
  })
})

/** Ids of the drawn nodes, in the order of the text. */
function drawnIn(text: string): string[] {
  return [...text.matchAll(/^ {2}([\w-]+)\(?\["/gm)].map(([, id = '']) => id)
}
