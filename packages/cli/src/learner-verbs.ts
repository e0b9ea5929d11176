import type { AddVerb } from './run.ts'
import { addAsk } from './verbs/ask.ts'
import { addCheck } from './verbs/check.ts'
import { addDoctor } from './verbs/doctor.ts'
import { addGameDay } from './verbs/game-day.ts'
import { addHand } from './verbs/hand.ts'
import { addHint } from './verbs/hint.ts'
import { addJoin } from './verbs/join.ts'
import { addLearnerFiles } from './verbs/learner-files.ts'
import { addLearn } from './verbs/learn.ts'
import { addLeave } from './verbs/leave.ts'
import { addList } from './verbs/list.ts'
import { addProgress } from './verbs/progress.ts'
import { addReview } from './verbs/review.ts'
import { addShow } from './verbs/show.ts'
import { addSubmit } from './verbs/submit.ts'
import { addUnseal } from './verbs/unseal.ts'

/** What a learner has, in a clone and in a kit; a kit has nothing else. */
export const LEARNER_VERBS: readonly AddVerb[] = [
  addLearn,
  addList,
  addCheck,
  addHint,
  addShow,
  addProgress,
  addLearnerFiles,
  addJoin,
  addSubmit,
  addHand,
  addLeave,
  addGameDay,
  addAsk,
  addReview,
  addUnseal,
  addDoctor,
]
