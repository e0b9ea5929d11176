import type { FigureId } from './figures.ts'
import type { PillarId } from './pillar-id.ts'
import type { SourceId } from './sources.ts'
import { lookupIn } from './unknown-id.ts'

interface CaseStudyRecord {
  id: string
  /** Whose it was. */
  name: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string
  /** The pillar whose question nobody had answered. */
  pillar: PillarId
  happened: string
  /** What to do differently, and not whom to blame. */
  lesson: string
  /** The numbers of the story that a slide may print. */
  figures: readonly FigureId[]
  /** The first is the report of those who were there, or who tested it. */
  sources: readonly [SourceId, ...SourceId[]]
}

const all = [
  {
    id: 'knight',
    name: 'Knight Capital',
    date: '2012-08-01',
    pillar: 'control',
    happened:
      'Seven of eight servers got new code. On the eighth a flag that was used again woke code that had been dead since 2003. To stop it, the new code was taken off the seven good servers, and the old path woke up there too.',
    lesson:
      'Versions beside each other must be safe together, a rollback is a deployment, and there must be a switch that stops everything.',
    figures: ['knight-loss', 'knight-duration', 'knight-servers', 'knight-warnings'],
    sources: ['sec-2013-knight'],
  },
  {
    id: 'gitlab',
    name: 'GitLab',
    date: '2017-01-31',
    pillar: 'state',
    happened:
      'Late in the evening the disk of the primary was emptied instead of that of its replica. Dumps had failed silently, snapshots were off for the database, the replica had just been wiped. A copy taken by hand six hours earlier saved the rest.',
    lesson: 'Backed up is not recoverable until a restore has worked, on a schedule.',
    figures: ['gitlab-deleted', 'gitlab-backup-methods', 'gitlab-lost-work', 'gitlab-downtime'],
    sources: ['gitlab-2017-postmortem'],
  },
  {
    id: 'github',
    name: 'GitHub',
    date: '2018-10-21',
    pillar: 'truth',
    happened:
      'For 43 seconds the East Coast was cut off. An automatic failover made the West Coast primary, while writes that had not crossed were left in the East. Both sides had taken writes that the other did not have.',
    lesson:
      'A failover is a decision: rehearse it, bound it, and know before whether you would rather be up or be of one mind.',
    figures: ['github-2018-disconnect', 'github-2018-degraded'],
    sources: ['github-2018-analysis'],
  },
  {
    id: 'aws-network',
    name: 'AWS, us-east-1',
    date: '2021-12-07',
    pillar: 'work',
    happened:
      'An automatic scaling step set off a surge of connections between two networks of one region. The devices between them were overwhelmed, and clients that tried again kept them so for hours; the teams could not see well, since their monitoring went the same way.',
    lesson:
      'Bound what callers may ask for again, test the backing off that you rely on, and watch by a way of its own.',
    figures: ['metastable-aws-share'],
    sources: ['aws-2021-event', 'huang-2022-metastable'],
  },
  {
    id: 'aws-dynamodb',
    name: 'Amazon DynamoDB, us-east-1',
    date: '2025-10-20',
    pillar: 'intelligence',
    happened:
      'Two automations wrote the same DNS record. A late one applied an old plan, another cleaned that plan up, and the record was left empty, in a state that the automation could not repair. Starting new machines took far longer to recover than the record.',
    lesson:
      'Automation needs an order of its own decisions, a smallest result it may never go below, and a way for people to take over.',
    figures: ['aws-2025-recovery'],
    sources: ['aws-2025-dynamodb-event'],
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    date: '2025-11-18',
    pillar: 'control',
    happened:
      'A change of rights made a generated file twice as large. It was pushed to the whole network within minutes, and the proxies stopped at a hard limit.',
    lesson:
      'Generated data is a deployment: check it, give it to a few first, and let what reads it fall back to the last good one.',
    figures: ['cloudflare-restored', 'cloudflare-normal'],
    sources: ['cloudflare-2025-outage'],
  },
  {
    id: 'nats',
    name: 'NATS 2.12.1, tested by Jepsen',
    date: '2025-12-08',
    pillar: 'state',
    happened:
      'JetStream acknowledged messages before they were on disk, and by default flushed every two minutes. When machines lost power together, acknowledged messages were lost.',
    lesson: 'Ask what acknowledged means: on how many machines, and on disk or in memory.',
    figures: [],
    sources: ['jepsen-2025-nats'],
  },
] as const satisfies readonly CaseStudyRecord[]

export type CaseStudyId = (typeof all)[number]['id']

/** An incident, or a test, that really happened, told by its primary source. */
export interface CaseStudy extends CaseStudyRecord {
  id: CaseStudyId
}

/** The incidents of the kit, in the order in which they happened. */
export const caseStudies: readonly CaseStudy[] = all

/** The case with an id known from the run only; throws `UnknownId`. */
export const caseStudyById: (id: string) => CaseStudy = lookupIn('case study', caseStudies)
