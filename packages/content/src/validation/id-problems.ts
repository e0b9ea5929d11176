import type { Content } from './schema.ts'
import { nodesOf } from './tree-problems.ts'

/** Ids that two things share, and references to ids that nothing has. */
export function* idProblems(content: Content): Generator<string> {
  const known = {
    source: idsOf(content.sources),
    figure: idsOf(content.figures),
    claim: idsOf(content.claims),
    pattern: idsOf(content.patterns),
    pillar: idsOf(content.pillars),
    constraint: idsOf(content.constraints),
    nightmare: idsOf(content.nightmares),
    combination: idsOf(content.combinations),
    table: idsOf(content.deepDives),
    'case study': idsOf(content.caseStudies),
    'row of the stack': idsOf(content.stack),
    'review question': idsOf(content.reviewQuestions),
    contradiction: idsOf(content.contradictions),
    deck: idsOf(content.decks),
    path: idsOf(content.learningPaths),
    term: idsOf(content.glossary),
    'question of the self-test': idsOf(content.selfTest),
    'quick link': idsOf(content.quickLinks),
    milestone: idsOf(content.milestones),
    exercise: content.exercises.map((each) => each.slug),
    decision: [...nodesOf(content.decisionTree)].map((node) => node.id),
  }
  for (const [kind, ids] of Object.entries(known)) yield* repeated(kind, ids)
  for (const { kind, id, refers, to } of references(content)) {
    if (!known[refers].includes(to)) yield `${kind} "${id}": there is no ${refers} "${to}"`
  }
}

interface Reference {
  kind: string
  id: string
  refers: 'source' | 'figure' | 'claim' | 'case study' | 'pattern' | 'deck' | 'exercise'
  to: string
}

function* references(content: Content): Generator<Reference> {
  const kinds = {
    figure: content.figures,
    claim: content.claims,
    pattern: content.patterns,
    combination: content.combinations,
    'case study': content.caseStudies,
    'row of the stack': content.stack,
    contradiction: content.contradictions,
  }
  for (const [kind, items] of Object.entries(kinds)) {
    for (const { id, sources } of items) {
      for (const to of sources) yield { kind, id, refers: 'source', to }
    }
  }
  for (const { id, rows } of content.deepDives) {
    for (const to of rows.flatMap((row) => row.sources)) {
      yield { kind: 'table', id, refers: 'source', to }
    }
  }
  for (const { id, figures } of content.caseStudies) {
    for (const to of figures) yield { kind: 'case study', id, refers: 'figure', to }
  }
  for (const { id, claims } of content.constraints) {
    for (const to of claims) yield { kind: 'constraint', id, refers: 'claim', to }
  }
  for (const { id, patterns } of content.pillars) {
    for (const to of patterns) yield { kind: 'pillar', id, refers: 'pattern', to }
  }
  for (const { slug, deck, parts = [] } of content.exercises) {
    yield { kind: 'exercise', id: slug, refers: 'deck', to: deck }
    for (const to of parts) yield { kind: 'exercise', id: slug, refers: 'exercise', to }
  }
  for (const { id, sources = [], pattern } of content.glossary) {
    for (const to of sources) yield { kind: 'term', id, refers: 'source', to }
    if (pattern !== undefined) yield { kind: 'term', id, refers: 'pattern', to: pattern }
  }
  for (const { id, deck } of content.selfTest) {
    yield { kind: 'question of the self-test', id, refers: 'deck', to: deck }
  }
  for (const { id, patterns, exercises } of content.quickLinks) {
    for (const to of patterns) yield { kind: 'quick link', id, refers: 'pattern', to }
    for (const to of exercises) yield { kind: 'quick link', id, refers: 'exercise', to }
  }
  for (const { id, decks } of content.learningPaths) {
    for (const to of decks) yield { kind: 'path', id, refers: 'deck', to }
  }
  for (const node of nodesOf(content.decisionTree)) {
    if (node.kind !== 'leaf') continue
    for (const to of node.patterns) yield { kind: 'decision', id: node.id, refers: 'pattern', to }
    yield { kind: 'decision', id: node.id, refers: 'exercise', to: node.exercise }
    yield { kind: 'decision', id: node.id, refers: 'figure', to: node.figure }
  }
  for (const { id, shownBy } of content.reviewQuestions) {
    const refers = shownBy.kind === 'case' ? 'case study' : shownBy.kind
    yield { kind: 'review question', id, refers, to: shownBy.id }
  }
}

function* repeated(kind: string, ids: readonly string[]): Generator<string> {
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index) yield `${kind} "${id}": the id is used twice`
  }
}

function idsOf(items: readonly { id: string }[]): readonly string[] {
  return items.map((each) => each.id)
}
