import type { SourceRecord } from './source-record.ts'

/** Systems that decide and act by themselves, and the people beside them. */
export const intelligenceSources = [
  {
    id: 'rzadca-2020-autopilot',
    title: 'Autopilot: Workload Autoscaling at Google Scale',
    authors: 'Rzadca et al.',
    year: 2020,
    venue: 'EuroSys',
    url: 'https://research.google/pubs/pub49174/',
  },
  {
    id: 'aws-2025-dynamodb-event',
    title: 'Summary of the Amazon DynamoDB Service Disruption in the Northern Virginia Region',
    authors: 'Amazon Web Services',
    year: 2025,
    venue: 'AWS Post-Event Summaries',
    url: 'https://aws.amazon.com/message/101925/',
  },
  {
    id: 'bainbridge-1983-ironies',
    title: 'Ironies of Automation',
    authors: 'Bainbridge',
    year: 1983,
    venue: 'Automatica 19(6)',
    url: 'https://doi.org/10.1016/0005-1098(83)90046-8',
  },
  {
    id: 'verma-2015-borg',
    title: 'Large-Scale Cluster Management at Google with Borg',
    authors: 'Verma et al.',
    year: 2015,
    venue: 'EuroSys',
    url: 'https://doi.org/10.1145/2741948.2741964',
  },
  {
    id: 'tang-2020-twine',
    title: 'Twine: A Unified Cluster Management System for Shared Infrastructure',
    authors: 'Tang et al.',
    year: 2020,
    venue: 'OSDI',
    url: 'https://www.usenix.org/conference/osdi20/presentation/tang',
  },
  {
    id: 'basiri-2016-chaos',
    title: 'Chaos Engineering',
    authors: 'Basiri et al.',
    year: 2016,
    venue: 'IEEE Software 33(3)',
    url: 'https://arxiv.org/abs/1702.05843',
  },
  {
    id: 'ciancutti-2010-lessons',
    title: "5 Lessons We've Learned Using AWS",
    authors: 'Ciancutti',
    year: 2010,
    venue: 'Netflix Technology Blog',
    url: 'https://netflixtechblog.com/5-lessons-weve-learned-using-aws-1f2a28588e4c',
  },
  {
    id: 'kubernetes-hpa',
    title: 'Horizontal Pod Autoscaling',
    authors: 'The Kubernetes Authors',
    year: 2025,
    venue: 'Kubernetes Documentation',
    url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  },
] as const satisfies readonly SourceRecord[]
