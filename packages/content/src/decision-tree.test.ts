import { describe, expect, test } from 'vitest'

import { decisionTree, pillars, walkDecisions } from './index.ts'
import type { DecisionNode, Leaf } from './index.ts'

const nodes = [...walkDecisions(decisionTree)]

describe('the decision tree', () => {
  test('starts by measuring', () => {
    expect(decisionTree).toMatchObject({ kind: 'step', id: 'measure' })
  })

  test('ends at every pillar', () => {
    const ends = new Set(leavesUnder(decisionTree).map((leaf) => leaf.pillar))
    expect(ends).toEqual(new Set(pillars.map((each) => each.id)))
  })

  test('never offers agreement to somebody whose system is slow', () => {
    const slow = nodes.find((node) => node.id === 'slow')
    const pillarsOfSlow = slow === undefined ? [] : leavesUnder(slow).map((leaf) => leaf.pillar)
    expect(new Set(pillarsOfSlow)).toEqual(new Set(['work', 'state']))
  })

  test('offers detection only to somebody who has a second copy', () => {
    const answers = nodes.flatMap((node) => (node.kind === 'question' ? node.branches : []))
    const detecting = answers.filter(
      ({ to }) => to.kind === 'leaf' && to.patterns.includes('health-check'),
    )
    expect(detecting.map(({ answer }) => answer)).toEqual(['Yes, but nobody turns to it'])
  })

  test('offers automation only after parts were removed', () => {
    const people = nodes.find((node) => node.kind === 'step' && node.text === 'Remove parts first')
    const automated = leavesUnder(decisionTree).filter((leaf) => leaf.pillar === 'intelligence')
    const removed = people === undefined ? [] : leavesUnder(people)
    expect(removed).toEqual(expect.arrayContaining(automated))
  })
})

function leavesUnder(node: DecisionNode): Leaf[] {
  return [...walkDecisions(node)].flatMap((each) => (each.kind === 'leaf' ? [each] : []))
}
