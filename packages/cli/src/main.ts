import { LEARNER_VERBS } from './learner-verbs.ts'
import { run } from './run.ts'
import { addAuthor } from './verbs/author.ts'
import { addBuildSite } from './verbs/build-site.ts'
import { addExport } from './verbs/export.ts'
import { addHost } from './verbs/host.ts'
import { addHub } from './verbs/hub.ts'
import { addJudge } from './verbs/judge.ts'
import { addPack } from './verbs/pack.ts'
import { addPresent } from './verbs/present.ts'

await run(process.argv, {
  description: 'Decks and a workshop kit about the five pillars of distributed systems.',
  verbs: [
    addHub,
    addPresent,
    addExport,
    addBuildSite,
    ...LEARNER_VERBS,
    addJudge,
    addHost,
    addPack,
    addAuthor,
  ],
  examples: `  npx five-pillars list                    what there is
  npx five-pillars present work            give the Work talk
  npx five-pillars learn                   work through the exercises
  npx five-pillars check load-balancer     run the open checks on your solution
  npx five-pillars judge load-balancer     grade it
  npx five-pillars host                    open the room of a workshop's day
  npx five-pillars export --format pdf     print every deck`,
})
