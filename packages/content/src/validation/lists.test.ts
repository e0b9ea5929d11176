import { expect, test } from 'vitest'

import { nightmares, quickLinks, reviewQuestions, selfTest, stack } from '../index.ts'
import { everything as content } from './everything.ts'
import { problemsIn } from './problems-in.ts'

/** Everything, with one thing more in one list. */
function withOneMore(list: keyof typeof content, entry: object): unknown {
  const present: unknown = content[list]
  return { ...content, [list]: [...(Array.isArray(present) ? present : []), entry] }
}

const combination = {
  id: 'a-combination',
  pillars: ['work', 'state'],
  what: 'Two things',
  who: 'Somebody',
  gives: 'Something.',
  caveat: 'Not always.',
  sources: ['gitlab-2017-postmortem'],
}
const caseStudy = {
  id: 'a-case',
  name: 'Somebody',
  date: '2020-02-03',
  pillar: 'work',
  happened: 'Something.',
  lesson: 'Another thing.',
  figures: ['knight-loss'],
  sources: ['gitlab-2017-postmortem'],
}
const contradiction = {
  id: 'a-contradiction',
  statements: ['It is so.', 'It is not so.'],
  flawed: 'both',
  truth: 'It is so on Mondays.',
  sources: ['gitlab-2017-postmortem'],
}
const table = {
  id: 'a-table',
  pillar: 'work',
  title: 'What?',
  columns: ['this', 'that'],
  rows: [{ cells: ['one', 'two'], sources: ['gitlab-2017-postmortem'] }],
}
const reviewQuestion = {
  id: 'a-question',
  pillar: 'work',
  question: 'What waits?',
  good: 'A number.',
  risk: 'It waits for ever.',
  shownBy: { kind: 'case', id: 'gitlab' },
}

const term = { id: 'a-term', term: 'A term', also: ['a word'], meaning: 'Something.' }

test('sound entries of the other lists have no problem either', () => {
  expect(problemsIn(withOneMore('combinations', combination))).toEqual([])
  expect(problemsIn(withOneMore('caseStudies', caseStudy))).toEqual([])
  expect(problemsIn(withOneMore('contradictions', contradiction))).toEqual([])
  expect(problemsIn(withOneMore('deepDives', table))).toEqual([])
  expect(problemsIn(withOneMore('reviewQuestions', reviewQuestion))).toEqual([])
  expect(problemsIn(withOneMore('glossary', term))).toEqual([])
})

test.each([
  [
    'a combination with an unknown source',
    withOneMore('combinations', { ...combination, sources: ['nobody-1999'] }),
    'combination "a-combination": there is no source "nobody-1999"',
  ],
  [
    'a combination of one pillar',
    withOneMore('combinations', { ...combination, pillars: ['work'] }),
    'combinations/a-combination/pillars: combines nothing',
  ],
  [
    'a case study without a source',
    withOneMore('caseStudies', { ...caseStudy, sources: [] }),
    'caseStudies/a-case/sources: names no source',
  ],
  [
    'a case study that begins with what others say of it',
    withOneMore('caseStudies', { ...caseStudy, sources: ['huang-2022-metastable'] }),
    'case study "a-case": "huang-2022-metastable" does not tell it at first hand',
  ],
  [
    'a case study with an unknown figure',
    withOneMore('caseStudies', { ...caseStudy, figures: ['knight-los'] }),
    'case study "a-case": there is no figure "knight-los"',
  ],
  [
    'a contradiction whose truth has no source',
    withOneMore('contradictions', { ...contradiction, sources: [] }),
    'contradictions/a-contradiction/sources: names no source',
  ],
  [
    'a contradiction with one statement',
    withOneMore('contradictions', { ...contradiction, statements: ['It is so.'] }),
    'contradictions/a-contradiction/statements',
  ],
  [
    'a table with a cell too few',
    withOneMore('deepDives', { ...table, rows: [{ cells: ['one'], sources: [] }] }),
    'table "a-table": row "one" has 1 of 2 cells',
  ],
  [
    'a table without any source',
    withOneMore('deepDives', { ...table, rows: [{ cells: ['one', 'two'], sources: [] }] }),
    'table "a-table": names no source',
  ],
  [
    'a table with an unknown source',
    withOneMore('deepDives', {
      ...table,
      rows: [{ cells: ['one', 'two'], sources: ['nobody-1999'] }],
    }),
    'table "a-table": there is no source "nobody-1999"',
  ],
  [
    'a review question that "yes" answers',
    withOneMore('reviewQuestions', { ...reviewQuestion, question: 'Do you have backups?' }),
    'review question "a-question": "yes" would answer it',
  ],
  [
    'a review question that asks so after a colon',
    withOneMore('reviewQuestions', { ...reviewQuestion, question: 'The backup: is there one?' }),
    'review question "a-question": "yes" would answer it',
  ],
  [
    'a review question that asks nothing',
    withOneMore('reviewQuestions', { ...reviewQuestion, question: 'Backup strategy.' }),
    'review question "a-question": asks nothing',
  ],
  [
    'a risk that nothing shows',
    withOneMore('reviewQuestions', {
      ...reviewQuestion,
      shownBy: { kind: 'case', id: 'gitlba' },
    }),
    'review question "a-question": there is no case study "gitlba"',
  ],
  [
    'a short review that is too long',
    withOneMore('reviewQuestions', { ...reviewQuestion, isShort: true }),
    'pillar "work": 4 questions of the short review, not 3',
  ],
  [
    'a pillar that is hardly asked about',
    { ...content, reviewQuestions: reviewQuestions.filter(({ pillar }) => pillar !== 'truth') },
    'pillar "truth": 0 review questions, at least 5',
  ],
  [
    'a pillar without a row of the stack',
    { ...content, stack: stack.filter(({ id }) => id !== 'state') },
    'pillar "state": is not in the stack',
  ],
  [
    'a retired name in the stack',
    { ...content, stack: stack.map((row) => ({ ...row, azure: ['CosmosDB'] })) },
    'stack/work/azure/0: "CosmosDB" is now "Azure Cosmos DB"',
  ],
  [
    'a term whose name another one has',
    withOneMore('glossary', { ...term, also: ['QUORUM'] }),
    'term "a-term": "quorum" is also a name of "quorum"',
  ],
  [
    'a term whose meaning is a lesson',
    withOneMore('glossary', { ...term, meaning: 'so '.repeat(90) }),
    'term "a-term": its meaning has 269 letters, at most 240',
  ],
  [
    'a term with an unknown source',
    withOneMore('glossary', { ...term, sources: ['nobody-1999'] }),
    'term "a-term": there is no source "nobody-1999"',
  ],
  [
    'a self-test that leaves a pillar out',
    { ...content, selfTest: selfTest.filter(({ pillar }) => pillar !== 'control') },
    'pillar "control": the self-test asks nothing about it',
  ],
  [
    'a pillar that no quick link leads to',
    { ...content, quickLinks: quickLinks.filter(({ id }) => id !== 'truth') },
    'pillar "truth": no quick link leads to it',
  ],
  [
    'a quick link to an unknown exercise',
    { ...content, quickLinks: quickLinks.map((each) => ({ ...each, exercises: ['quorom'] })) },
    'quick link "work": there is no exercise "quorom"',
  ],
  [
    'a symptom told twice',
    { ...content, nightmares: [...nightmares, ...nightmares.slice(0, 1)] },
    'nightmare "busy-servers": the id is used twice',
  ],
])('%s is named', (_, planted, problem) => {
  expect(problemsIn(planted).join('\n')).toContain(problem)
})
