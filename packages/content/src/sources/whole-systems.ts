import type { SourceRecord } from './source-record.ts'

/** Systems as a whole: what their makers say of them, and what to read about all five pillars. */
export const wholeSystemSources = [
  {
    id: 'cockroachlabs-replication',
    title: 'Replication Layer',
    authors: 'Cockroach Labs',
    year: 2025,
    venue: 'CockroachDB Docs',
    url: 'https://www.cockroachlabs.com/docs/stable/architecture/replication-layer',
  },
  {
    id: 'aws-netflix-case-study',
    title: 'Netflix on AWS',
    authors: 'Amazon Web Services',
    year: 2016,
    venue: 'AWS Case Studies',
    url: 'https://aws.amazon.com/solutions/case-studies/netflix-case-study/',
  },
  {
    id: 'netflix-2022-open-connect',
    title: 'Netflix Celebrates a Decade of Open Connect',
    authors: 'Haspilaire, as quoted by TV Tech',
    year: 2022,
    venue: 'TV Tech',
    url: 'https://www.tvtechnology.com/news/netflix-celebrates-a-decade-of-open-connect',
    checked: '2026-11-27',
  },
  {
    id: 'nielsen-1993-response',
    title: 'Response Times: The 3 Important Limits',
    authors: 'Nielsen',
    year: 1993,
    venue: 'Nielsen Norman Group',
    url: 'https://www.nngroup.com/articles/response-times-3-important-limits/',
  },
  {
    id: 'gregg-2012-methodically',
    title: 'Thinking Methodically about Performance',
    authors: 'Gregg',
    year: 2012,
    venue: 'ACM Queue 10(12)',
    url: 'https://doi.org/10.1145/2405116.2413037',
  },
  {
    id: 'kleppmann-2017-data-intensive',
    title: 'Designing Data-Intensive Applications',
    authors: 'Kleppmann',
    year: 2017,
    venue: "O'Reilly",
    url: 'https://dataintensive.net/',
  },
] as const satisfies readonly SourceRecord[]
