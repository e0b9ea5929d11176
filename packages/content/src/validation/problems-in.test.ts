import { expect, test } from 'vitest'

import { constraints, claims, decisionTree, exercises, figures, sources } from '../index.ts'
import { everything as content } from './everything.ts'
import { problemsIn } from './problems-in.ts'

test('what is taught has no problem', () => {
  expect(problemsIn(content)).toEqual([])
})

const source = {
  id: 'someone-2020-paper',
  title: 'A Paper',
  authors: 'Someone',
  year: 2020,
  url: 'https://example.org/paper',
}
const figure = {
  id: 'a-figure',
  value: '1',
  unit: 's',
  label: 'of something',
  asOf: '2020',
  sources: ['someone-2020-paper'],
  trust: 'primary',
  verdict: 'supported',
}
const measured = {
  ...figure,
  sources: [],
  trust: 'measured',
  verdict: 'measured',
  measuredBy: 'npm run measure',
  amount: 1,
  tolerance: 0,
}
const { trust, verdict, asOf } = figure
const claim = {
  id: 'a-claim',
  wording: 'Something is so.',
  asOf,
  sources: ['someone-2020-paper'],
  trust,
  verdict,
}
const step = {
  kind: 'step',
  id: 'a-step',
  text: 'Do this',
  reason: 'that',
  next: {
    kind: 'leaf',
    id: 'next-leaf',
    pillar: 'work',
    patterns: ['task-queue'],
    exercise: 'load-balancer',
    figure: 'usl-peak',
  },
}
const leaf = {
  kind: 'leaf',
  id: 'a-leaf',
  pillar: 'work',
  patterns: ['load-balancing'],
  exercise: 'load-balancer',
  figure: 'usl-peak',
}

function withFigure(changes: object): unknown {
  return {
    ...content,
    sources: [...sources, source],
    figures: [...figures, { ...figure, ...changes }],
  }
}

function withClaim(changes: object): unknown {
  return {
    ...content,
    sources: [...sources, source],
    claims: [...claims, { ...claim, ...changes }],
  }
}

function withSource(changes: object): unknown {
  return { ...content, sources: [...sources, { ...source, ...changes }] }
}

function withTree(...leaves: object[]): unknown {
  const branches = [
    { kind: 'step', id: 'old-tree', text: 'a', reason: 'b', next: decisionTree },
    ...leaves,
  ]
  return {
    ...content,
    decisionTree: {
      kind: 'question',
      id: 'new-root',
      text: 'What?',
      branches: branches.map((to) => ({ answer: 'this', reason: 'that', to })),
    },
  }
}

test('sound additions have no problem either', () => {
  expect(problemsIn(withFigure({}))).toEqual([])
  expect(problemsIn(withFigure(measured))).toEqual([])
  expect(problemsIn(withClaim({}))).toEqual([])
  expect(problemsIn(withTree(leaf))).toEqual([])
})

const withoutClaims = constraints.map((each) => ({ ...each, claims: [] }))
const ofNoDeck = exercises.map((each) => ({ ...each, deck: 'wrok' }))

test.each([
  [
    'a source that nobody listed',
    withFigure({ sources: ['nobody-1999'] }),
    'figure "a-figure": there is no source "nobody-1999"',
  ],
  [
    'a figure without a source',
    withFigure({ sources: [] }),
    'figures/a-figure/sources: names no source',
  ],
  [
    'a claim without a source',
    withClaim({ sources: [] }),
    'claims/a-claim/sources: names no source',
  ],
  [
    'a claim with an unknown source',
    withClaim({ sources: ['nobody-1999'] }),
    'claim "a-claim": there is no source "nobody-1999"',
  ],
  [
    'an id used twice',
    withFigure({ id: 'knight-loss' }),
    'figure "knight-loss": the id is used twice',
  ],
  [
    'an id that is not kebab-case',
    withFigure({ id: 'aFigure' }),
    'figures/aFigure/id: is not in kebab-case',
  ],
  [
    'a month that does not exist',
    withFigure({ asOf: '2020-13' }),
    'figures/a-figure/asOf: is not YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    'a day that does not exist',
    withFigure({ asOf: '2021-02-29' }),
    'figures/a-figure/asOf: is not YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    'a date in words',
    withClaim({ asOf: 'last year' }),
    'claims/a-claim/asOf: is not YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    'a correction of nothing',
    withClaim({ verdict: 'corrected' }),
    'claim "a-claim": is corrected and has no caveat',
  ],
  [
    'a sum that is not shown',
    withFigure({ verdict: 'derived' }),
    'figure "a-figure": is derived and does not say how',
  ],
  [
    'a measurement without its command',
    withFigure({ ...measured, measuredBy: '' }),
    'figures/a-figure/measuredBy: is not a command that npm runs',
  ],
  [
    'a measurement printed otherwise',
    withFigure({ ...measured, amount: 2 }),
    'figure "a-figure": prints "1", measured 2',
  ],
  [
    'a bound that does not hold',
    withFigure({ ...measured, value: '< 1' }),
    'figure "a-figure": prints "< 1", measured 1',
  ],
  [
    'an unknown field',
    withFigure({ caveats: 'none' }),
    'figures/a-figure: Unrecognized key: "caveats"',
  ],
  [
    'a source without a title',
    withSource({ title: '' }),
    'sources/someone-2020-paper/title: is empty',
  ],
  [
    'a source without an author',
    withSource({ authors: '' }),
    'sources/someone-2020-paper/authors: is empty',
  ],
  [
    'a source without a year',
    withSource({ year: undefined }),
    'sources/someone-2020-paper/year: Invalid input: expected number, received undefined',
  ],
  [
    'a source without an address',
    withSource({ url: undefined }),
    'sources/someone-2020-paper/url: is not a full https address',
  ],
  [
    'a source with half an address',
    withSource({ url: 'example.org/paper' }),
    'sources/someone-2020-paper/url: is not a full https address',
  ],
  [
    'a retired name',
    withClaim({ wording: 'Stackdriver watches it.' }),
    'claims/a-claim/wording: "Stackdriver" is now "Google Cloud Observability"',
  ],
  [
    'a retired name in the tree',
    withTree({ ...step, text: 'Ask Tupperware' }),
    'decisionTree/branches/1/to/text: "Tupperware" is now "Twine"',
  ],
  ['a node reached by two ways', withTree(leaf, leaf), 'decision "a-leaf": the id is used twice'],
  [
    'a leaf with an unknown pattern',
    withTree({ ...leaf, patterns: ['magic'] }),
    'decision "a-leaf": there is no pattern "magic"',
  ],
  [
    'a leaf with a pattern of another pillar',
    withTree({ ...leaf, patterns: ['caching'] }),
    'decision "a-leaf": ends at work, but pattern "caching" belongs to state',
  ],
  [
    'a leaf without a pattern',
    withTree({ ...leaf, patterns: [] }),
    'decisionTree/branches/1/to/patterns: names no pattern',
  ],
  [
    'a leaf without a pillar',
    withTree({ ...leaf, pillar: 'luck' }),
    'decisionTree/branches/1/to/pillar: Invalid option',
  ],
  [
    'a pillar that the tree never reaches',
    { ...content, decisionTree: leaf },
    'pillar "truth": no way through the decision tree ends there',
  ],
  [
    'an exercise of an unknown deck',
    { ...content, exercises: ofNoDeck },
    'exercise "load-balancer": there is no deck "wrok"',
  ],
  [
    'an exercise made of an unknown one',
    { ...content, exercises: exercises.map((each) => ({ ...each, parts: ['quorom'] })) },
    'exercise "load-balancer": there is no exercise "quorom"',
  ],
  [
    'a constraint without a claim',
    { ...content, constraints: withoutClaims },
    'constraints/failure/claims: names no claim',
  ],
  ['no content at all', undefined, 'Invalid input: expected object, received undefined'],
])('%s is named', (_, planted, problem) => {
  expect(problemsIn(planted).join('\n')).toContain(problem)
})
