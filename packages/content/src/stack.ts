import type { PillarId } from './pillar-id.ts'
import type { SourceId } from './sources.ts'
import { lookupIn } from './unknown-id.ts'

/** What one would look at for a pillar, by today's names. Products do not make a pillar. */
export interface StackRow {
  /** The pillar: there is one row for each. */
  id: PillarId
  /** Month in which the names were looked at. */
  asOf: string
  aws: readonly string[]
  googleCloud: readonly string[]
  azure: readonly string[]
  /** Under a licence that the Open Source Initiative lists. */
  openSource: readonly string[]
  caveat: string
  sources: readonly [SourceId, ...SourceId[]]
}

const AS_OF = '2026-11'

/** Products by pillar and provider. */
export const stack: readonly StackRow[] = [
  {
    id: 'work',
    asOf: AS_OF,
    aws: ['AWS Lambda', 'Amazon ECS'],
    googleCloud: ['Cloud Run', 'Google Kubernetes Engine'],
    azure: ['Azure Functions', 'Azure Kubernetes Service'],
    openSource: ['Kubernetes', 'Apache Kafka'],
    caveat: 'All of them divide work. None of them drops what nobody waits for: that is yours.',
    sources: ['aws-lambda-scaling', 'kubernetes-overview'],
  },
  {
    id: 'state',
    asOf: AS_OF,
    aws: ['Amazon DynamoDB', 'Amazon S3'],
    googleCloud: ['Firestore', 'Cloud Storage'],
    azure: ['Azure Cosmos DB', 'Azure Blob Storage'],
    openSource: ['Apache Cassandra', 'PostgreSQL', 'Valkey'],
    caveat:
      'Redis is open source again since version 8, under the AGPL; Valkey is its fork under the BSD licence. The restore is yours with all of them.',
    sources: ['elhemali-2022-dynamodb', 'azure-cosmos-consistency', 'datastax-2016-consistency'],
  },
  {
    id: 'truth',
    asOf: AS_OF,
    aws: ['DynamoDB transactions'],
    googleCloud: ['Spanner'],
    azure: ['Azure Cosmos DB, strong consistency'],
    openSource: ['etcd', 'Apache ZooKeeper'],
    caveat: 'Consul is not here: since 1.17 (2023) it is under the Business Source License.',
    sources: [
      'idziorek-2023-transactions',
      'corbett-2012-spanner',
      'azure-cosmos-consistency',
      'hashicorp-2023-licence',
    ],
  },
  {
    id: 'control',
    asOf: AS_OF,
    aws: ['Amazon CloudWatch', 'AWS Systems Manager'],
    googleCloud: ['Google Cloud Observability', 'Google Kubernetes Engine'],
    azure: ['Azure Monitor', 'Azure Arc'],
    openSource: ['Prometheus', 'OpenTelemetry'],
    caveat: 'They show and they steer. Which change went where, and the way back, is yours.',
    sources: ['google-cloud-observability', 'kubernetes-overview'],
  },
  {
    id: 'intelligence',
    asOf: AS_OF,
    aws: ['AWS Auto Scaling', 'AWS Fault Injection Service'],
    googleCloud: ['Google Kubernetes Engine autoscaling'],
    azure: ['Azure Monitor autoscale', 'Azure Chaos Studio'],
    openSource: ['Kubernetes HPA and VPA', 'KEDA', 'Argo Rollouts', 'Chaos Mesh'],
    caveat:
      'Platforms that train models, such as SageMaker AI or Azure Machine Learning, are another subject.',
    sources: ['kubernetes-hpa'],
  },
]

/** The row of a pillar known from the run only; throws `UnknownId`. */
export const stackRowById: (id: string) => StackRow = lookupIn('row of the stack', stack)
