import { learningPathMinutes, learningPaths } from '@five-pillars/content'

import { resultOf } from '../format/format-history.ts'
import { formatTime } from '../format/format-time.ts'
import type { Question, State } from './state.ts'
import { placeOf } from './step.ts'

/** A question with everything that can be answered. The first choice changes nothing. */
export interface Asked {
  readonly message: string
  readonly choices: readonly Choice[]
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** So many versions are offered; `npx five-pillars history --all` has the others. */
const VERSIONS_MAX = 12

/** Asked once, before the first exercise. */
export const pathAsked: Asked = {
  message: 'In which order? You can change it later: npx five-pillars learn --path …',
  choices: [
    { value: '', label: 'The order of the day', hint: 'as in the workshop' },
    ...learningPaths.map((path) => ({
      value: path.id,
      label: path.title,
      hint: `${path.who} ${Math.round(learningPathMinutes(path) / 60)} hours with the talks`,
    })),
  ],
}

export function askedOf(state: State, question: Question): Asked {
  const { slug } = state
  switch (question.kind) {
    case 'reset':
      return yesOrNo(`Put the starter of "${slug}" in place of your file? Yours is kept.`)
    case 'catch-up':
      return yesOrNo(`Put a working version of "${slug}" in place of your file? Yours is kept.`)
    case 'skip':
      return yesOrNo(`Leave "${slug}" for later and go on? Your file stays as it is.`)
    case 'restore':
      return restoreAsked(question.versions)
    case 'may-i-show':
      return {
        message: `Your host asks: may your run of "${question.exercise}" be shown to the room with your name?`,
        choices: [
          { value: 'later', label: 'I say it later', hint: 'until then it is not' },
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      }
    case 'go':
      return {
        message: 'Go to which exercise?',
        choices: goChoices(state),
      }
  }
}

function yesOrNo(message: string): Asked {
  return {
    message,
    choices: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes' },
    ],
  }
}

function restoreAsked(versions: Extract<Question, { kind: 'restore' }>['versions']): Asked {
  const newest = versions[0]?.at ?? 0
  return {
    message: 'Take back which version? The present one is kept.',
    choices: [
      { value: 'none', label: 'None, leave my file as it is' },
      ...versions.slice(0, VERSIONS_MAX).map(({ number, at, reason, result, isCurrent }) => ({
        value: String(number),
        label: `${number}, ${formatTime(at, newest)}, ${isCurrent ? 'your file now' : REASONS[reason]}`,
        ...(result === null ? {} : { hint: resultOf(result) }),
      })),
    ],
  }
}

const REASONS = {
  check: 'checked',
  restore: 'taken back',
  reset: 'the starter',
  catchup: 'a working version',
  starter: 'as you found it',
  save: 'saved',
} as const

function goChoices(state: State): Choice[] {
  const { stations } = placeOf(state)
  const here = stations.filter(({ exercise }) => exercise.slug === state.slug)
  const others = stations.filter(({ exercise }) => exercise.slug !== state.slug)
  return [...here, ...others].map(({ exercise, state: how }, index) => ({
    value: exercise.slug,
    label: here.length > 0 && index === 0 ? `Stay at ${exercise.slug}` : exercise.slug,
    hint: `${how === 'open' ? '' : `${how}, `}${exercise.minutes} min`,
  }))
}
