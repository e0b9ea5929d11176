import { decisionEnd } from '@five-pillars/content'
import type { DecisionPlace } from '@five-pillars/content'

/** A place of the tree for machines: the way to it, and what is asked or advised there. */
export function placeJson({ id, node, first, trail }: DecisionPlace): string {
  const way = trail.map(({ first: before, question, branch }) => ({
    first: steps(before),
    question: question.text,
    answer: branch.answer,
    reason: branch.reason,
  }))
  const here =
    node.kind === 'leaf'
      ? { end: endJson(node) }
      : {
          question: node.text,
          answers: node.branches.map(({ answer, reason, to }) => ({ answer, reason, to: to.id })),
        }
  return `${JSON.stringify({ id, way, first: steps(first), ...here }, undefined, 2)}\n`
}

function steps(done: DecisionPlace['first']): object[] {
  return done.map(({ text, reason }) => ({ text, reason }))
}

function endJson(leaf: Parameters<typeof decisionEnd>[0]): object {
  const { pillar, patterns, deck, exercise, figure } = decisionEnd(leaf)
  return {
    pillar: pillar.id,
    patterns: patterns.map(({ id }) => id),
    deck: deck.id,
    exercise: exercise.slug,
    figure: figure.id,
  }
}
