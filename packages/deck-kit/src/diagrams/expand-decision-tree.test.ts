import { decisionTreeMermaid } from '@five-pillars/content'
import { describe, expect, test } from 'vitest'

import { expandDecisionTree } from './expand-decision-tree.ts'

describe('expandDecisionTree', () => {
  test('the tag becomes a fence with the whole tree', () => {
    const markdown = expandDecisionTree('# Title\n\n<DecisionTree />\n\n::caption::\n')
    expect(markdown).toBe(
      `# Title\n\n\`\`\`mermaid\n${decisionTreeMermaid().trimEnd()}\n\`\`\`\n\n::caption::\n`,
    )
  })

  test('branch and levels are passed on', () => {
    const markdown = expandDecisionTree('<DecisionTree branch="slow" :levels="1" />')
    expect(markdown).toContain(decisionTreeMermaid({ branch: 'slow', levels: 1 }).trimEnd())
  })

  test('a branch that the tree does not have is an error', () => {
    expect(() => expandDecisionTree('<DecisionTree branch="slwo" />')).toThrow('slwo')
  })

  test('other Markdown is left alone', () => {
    const markdown = '<DecisionTrees />\n`<DecisionTree />`\n'
    expect(expandDecisionTree(markdown)).toBe(markdown)
  })
})
