import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  answerDecision,
  decisionBefore,
  decisionEnd,
  decisionPlace,
  decisionPlaces,
  decisionTree,
  UnknownId,
  walkDecisions,
} from '../index.ts'
import type { DecisionNode, DecisionPlace } from '../index.ts'
import { placesIn } from './place.ts'

const leaves = [...walkDecisions(decisionTree)].flatMap((node) =>
  node.kind === 'leaf' ? [node.id] : [],
)

/** Answers with these numbers, as far as there is something to answer. */
function walk(numbers: Iterable<number>): DecisionPlace {
  let place = decisionPlace()
  for (const number of numbers) {
    if (place.node.kind === 'leaf') break
    place = answerDecision(place, number % place.node.branches.length)
  }
  return place
}

/** More questions in a row than the tree has. */
const QUESTIONS_MAX = 10

const answers = fc.array(fc.nat(), { minLength: QUESTIONS_MAX, maxLength: QUESTIONS_MAX })

describe('walking the tree', () => {
  test('every way of answering ends, at something to do', () => {
    fc.assert(
      fc.property(answers, (numbers) => {
        const { node } = walk(numbers)
        expect(node.kind).toBe('leaf')
      }),
    )
  })

  test('every end is reached by its own answers', () => {
    const reached = decisionPlaces.filter(({ node }) => node.kind === 'leaf')
    expect(reached.map(({ id }) => id)).toEqual(leaves)
    for (const place of reached) {
      const numbers = place.trail.map(({ question, branch }) => question.branches.indexOf(branch))
      expect(walk(numbers)).toEqual(place)
    }
  })

  test('back undoes an answer, and from the first question there is no way back', () => {
    fc.assert(
      fc.property(answers, fc.nat(QUESTIONS_MAX), (numbers, length) => {
        const place = walk(numbers.slice(0, length))
        const before = decisionBefore(place)
        expect(before?.id).toBe(place.trail.at(-1)?.question.id)
        expect(before === undefined).toBe(place.id === decisionPlace().id)
      }),
    )
  })

  test('nothing that is to be done first is passed over', () => {
    const done = new Set(
      decisionPlaces.flatMap(({ first, trail }) =>
        [...trail.flatMap((each) => each.first), ...first].map(({ id }) => id),
      ),
    )
    const steps = [...walkDecisions(decisionTree)].filter(({ kind }) => kind === 'step')
    expect([...done].toSorted()).toEqual(steps.map(({ id }) => id).toSorted())
  })

  test('the id of a step leads to what is asked after it', () => {
    expect(decisionPlace('measure')).toBe(decisionPlace('pain'))
    expect(decisionPlace('people').id).toBe('by-hand')
    expect(() => decisionPlace('slwo')).toThrow(UnknownId)
  })

  test('an answer that is not offered is refused', () => {
    expect(() => answerDecision(decisionPlace(), 6)).toThrow('"pain" has no answer number 6')
    expect(() => answerDecision(decisionPlace('slow-one'), 0)).toThrow('has no answer number 0')
  })
})

describe('an end', () => {
  test.each(leaves)('%s leads to its pillar and what teaches it', (id) => {
    const { node } = decisionPlace(id)
    if (node.kind !== 'leaf') throw new Error(`${id} is a question`)
    const { pillar, patterns, deck, exercise } = decisionEnd(node)
    expect(pillar.id).toBe(node.pillar)
    expect(deck.pillar).toBe(node.pillar)
    expect(exercise.pillar).toBe(node.pillar)
    expect(patterns.map((each) => each.id)).toEqual(node.patterns)
  })
})

test('in any tree each node but the steps is a place, with the answers that lead to it', () => {
  fc.assert(
    fc.property(anyTree(), (tree) => {
      const places = [...placesIn(tree)]
      const nodes = [...walkDecisions(tree)].filter(({ kind }) => kind !== 'step')
      expect(places.map(({ node }) => node)).toEqual(nodes)
      for (const { node, first, trail } of places) {
        let from = tree
        for (const { first: before, question, branch } of trail) {
          expect(afterAll(from, before)).toBe(question)
          from = branch.to
        }
        expect(afterAll(from, first)).toBe(node)
      }
    }),
  )
})

function afterAll(from: DecisionNode, steps: readonly DecisionNode[]): DecisionNode {
  let node = from
  for (const step of steps) {
    expect(node).toBe(step)
    if (node.kind === 'step') node = node.next
  }
  return node
}

function anyTree(): fc.Arbitrary<DecisionNode> {
  return fc.letrec<{ node: DecisionNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.uuid().map((id): DecisionNode => ({
        kind: 'leaf',
        id,
        pillar: 'work',
        patterns: ['task-queue'],
        exercise: 'quorum',
        figure: 'usl-peak',
      })),
      fc.record({ id: fc.uuid(), next: tie('node') }).map(({ id, next }): DecisionNode => ({
        kind: 'step',
        id,
        text: 'Do it',
        reason: 'why',
        next,
      })),
      fc
        .record({ id: fc.uuid(), one: tie('node'), other: tie('node') })
        .map(({ id, one, other }): DecisionNode => ({
          kind: 'question',
          id,
          text: 'Which?',
          branches: [
            { answer: 'one', reason: 'why', to: one },
            { answer: 'other', reason: 'why', to: other },
          ],
        })),
    ),
  })).node
}
