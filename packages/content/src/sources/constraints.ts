import type { SourceRecord } from './source-record.ts'

/** What the seven recurring constraints rest on. */
export const constraintSources = [
  {
    id: 'lamport-1987-definition',
    title: 'Distribution (mail of 28 May 1987)',
    authors: 'Lamport',
    year: 1987,
    venue: 'DEC SRC bulletin board',
    url: 'https://lamport.azurewebsites.net/pubs/distributed-system.txt',
  },
  {
    id: 'lamport-1978-clocks',
    title: 'Time, Clocks, and the Ordering of Events in a Distributed System',
    authors: 'Lamport',
    year: 1978,
    venue: 'Communications of the ACM 21(7)',
    url: 'https://doi.org/10.1145/359545.359563',
  },
  {
    id: 'singla-2014-light',
    title: 'The Internet at the Speed of Light',
    authors: 'Singla, Chandrasekaran, Godfrey & Maggs',
    year: 2014,
    venue: 'HotNets',
    url: 'https://doi.org/10.1145/2670518.2673876',
  },
  {
    id: 'ford-2010-availability',
    title: 'Availability in Globally Distributed Storage Systems',
    authors: 'Ford et al.',
    year: 2010,
    venue: 'OSDI',
    url: 'https://www.usenix.org/legacy/event/osdi10/tech/full_papers/Ford.pdf',
  },
  {
    id: 'cook-1998-failure',
    title: 'How Complex Systems Fail',
    authors: 'Cook',
    year: 1998,
    venue: 'Cognitive Technologies Laboratory, University of Chicago',
    url: 'https://how.complexsystems.fail/',
  },
  {
    id: 'halpern-1990-knowledge',
    title: 'Knowledge and Common Knowledge in a Distributed Environment',
    authors: 'Halpern & Moses',
    year: 1990,
    venue: 'Journal of the ACM 37(3)',
    url: 'https://doi.org/10.1145/79147.79161',
  },
  {
    id: 'cowan-2001-memory',
    title:
      'The Magical Number 4 in Short-Term Memory: A Reconsideration of Mental Storage Capacity',
    authors: 'Cowan',
    year: 2001,
    venue: 'Behavioral and Brain Sciences 24(1)',
    url: 'https://doi.org/10.1017/S0140525X01003922',
    checked: '2026-11-22',
  },
  {
    id: 'freeman-2014-active-learning',
    title: 'Active Learning Increases Student Performance in Science, Engineering, and Mathematics',
    authors: 'Freeman et al.',
    year: 2014,
    venue: 'PNAS 111(23)',
    url: 'https://doi.org/10.1073/pnas.1319030111',
    checked: '2026-11-22',
  },
] as const satisfies readonly SourceRecord[]
