import type { SourceRecord } from './source-record.ts'

/** What today's names of products and licences rest on. */
export const stackSources = [
  {
    id: 'google-cloud-observability',
    title: 'Google Cloud Observability Documentation',
    authors: 'Google',
    year: 2026,
    venue: 'Google Cloud',
    url: 'https://docs.cloud.google.com/stackdriver/docs',
    checked: '2026-11-27',
  },
  {
    id: 'azure-cosmos-consistency',
    title: 'Consistency Levels in Azure Cosmos DB',
    authors: 'Microsoft',
    year: 2025,
    venue: 'Microsoft Learn',
    url: 'https://learn.microsoft.com/en-us/azure/cosmos-db/consistency-levels',
  },
  {
    id: 'idziorek-2023-transactions',
    title: 'Distributed Transactions at Scale in Amazon DynamoDB',
    authors: 'Idziorek et al.',
    year: 2023,
    venue: 'USENIX ATC',
    url: 'https://www.usenix.org/conference/atc23/presentation/idziorek',
  },
  {
    id: 'hashicorp-2023-licence',
    title: 'HashiCorp Projects Changing License to Business Source License v1.1',
    authors: 'HashiCorp',
    year: 2023,
    venue: 'HashiCorp Discuss',
    url: 'https://discuss.hashicorp.com/t/hashicorp-projects-changing-license-to-business-source-license-v1-1/57106',
    checked: '2026-11-27',
  },
] as const satisfies readonly SourceRecord[]
