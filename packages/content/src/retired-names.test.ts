import { expect, test } from 'vitest'

import { findRetiredNames } from './retired-names.ts'

test.each([
  ['Alerts from Stackdriver', 'Stackdriver', 'Google Cloud Observability'],
  ['Clusters under Anthos', 'Anthos', 'Google Kubernetes Engine'],
  ['Rows in CosmosDB', 'CosmosDB', 'Azure Cosmos DB'],
  ['Trained in ML Studio', 'ML Studio', 'Azure Machine Learning'],
  ['Trained in SageMaker', 'SageMaker', 'SageMaker AI'],
  ['Trained in Vertex AI', 'Vertex AI', 'Gemini Enterprise Agent Platform'],
  ['Run by Tupperware', 'Tupperware', 'Twine'],
  ['Engineers at Facebook', 'Facebook', 'Meta'],
  ['Posted on Twitter', 'Twitter', 'X'],
])('%s: the present name is given', (text, found, use) => {
  expect(findRetiredNames(text)).toEqual([{ found, use, index: text.indexOf(found) }])
})

test.each([
  'Azure Cosmos DB and SageMaker AI',
  'Scaling Memcache at Facebook',
  'PageRank on the Twitter graph',
  'Facebook (now Meta) built it',
])('%s: nothing is retired', (text) => {
  expect(findRetiredNames(text)).toEqual([])
})

test('several uses come in the order of the text', () => {
  const found = findRetiredNames('Twitter, then Stackdriver, then Twitter (now X), then Twitter')
  expect(found.map((each) => each.found)).toEqual(['Twitter', 'Stackdriver', 'Twitter'])
})
