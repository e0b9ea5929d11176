import type { SourceRecord } from './source-record.ts'

/** Deploying, watching, steering and stopping. */
export const controlSources = [
  {
    id: 'sec-2013-knight',
    title: 'Order in the Matter of Knight Capital Americas LLC (Release 34-70694)',
    authors: 'U.S. Securities and Exchange Commission',
    year: 2013,
    venue: 'SEC',
    url: 'https://www.sec.gov/litigation/admin/2013/34-70694.pdf',
  },
  {
    id: 'cloudflare-2025-outage',
    title: 'Cloudflare Outage on November 18, 2025',
    authors: 'Prince',
    year: 2025,
    venue: 'The Cloudflare Blog',
    url: 'https://blog.cloudflare.com/18-november-2025-outage/',
  },
  {
    id: 'kubernetes-overview',
    title: 'Kubernetes Overview',
    authors: 'The Kubernetes Authors',
    year: 2025,
    venue: 'Kubernetes Documentation',
    url: 'https://kubernetes.io/docs/concepts/overview/',
  },
  {
    id: 'slashdata-2021-kubernetes',
    title: '5.6 Million Developers Use Kubernetes, an Increase of 67 % over One Year',
    authors: 'SlashData & CNCF',
    year: 2021,
    venue: 'CNCF Blog',
    url: 'https://www.cncf.io/blog/2021/12/20/new-slashdata-report-5-6-million-developers-use-kubernetes-an-increase-of-67-over-one-year/',
  },
  {
    id: 'cncf-2026-developers',
    title:
      'CNCF and SlashData Report Finds Cloud Native Community Reaches Nearly 20 Million Developers',
    authors: 'CNCF & SlashData',
    year: 2026,
    venue: 'CNCF',
    url: 'https://www.cncf.io/announcements/2026/03/24/cncf-and-slashdata-report-finds-cloud-native-community-reaches-nearly-20-million-developers',
    checked: '2026-11-22',
  },
  {
    id: 'netflix-conductor',
    title: 'Conductor: Introduction',
    authors: 'Netflix',
    year: 2023,
    venue: 'Conductor Documentation',
    url: 'https://netflix.github.io/conductor',
  },
  {
    id: 'sre-2016-introduction',
    title: 'Site Reliability Engineering, Chapter 1: Introduction',
    authors: 'Treynor Sloss',
    year: 2016,
    venue: "O'Reilly",
    url: 'https://sre.google/sre-book/introduction/',
  },
  {
    id: 'sre-2016-on-call',
    title: 'Site Reliability Engineering, Chapter 11: Being On-Call',
    authors: 'Spadaccini',
    year: 2016,
    venue: "O'Reilly",
    url: 'https://sre.google/sre-book/being-on-call/',
  },
  {
    id: 'nygard-2018-release-it',
    title: 'Release It!, Second Edition',
    authors: 'Nygard',
    year: 2018,
    venue: 'Pragmatic Bookshelf',
    url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/',
  },
] as const satisfies readonly SourceRecord[]
