import {
  encodeReview,
  pillarById,
  questionsOf,
  reviewSeconds,
  scoreReview,
} from '@five-pillars/content'
import type { ReviewAnswer, ReviewAnswers, ReviewLength } from '@five-pillars/content'

import type { Dialog, Page } from '../dialog/dialog.ts'
import type { Screen } from '../format/style.ts'
import { formatReview } from './format-review.ts'

/** Where somebody is in a review. */
export interface ReviewState {
  readonly answers: ReviewAnswers
  /** Number of the question that is asked; as many as there are: it is over. */
  readonly at: number
  /** When the time is up, in ms of the clock that drives it; null without a clock. */
  readonly endsAtMs: number | null
}

interface ReviewOptions {
  readonly length: ReviewLength
  /** The moment of the start; null for a review without a clock. */
  readonly startMs: number | null
}

const CHOICES: readonly { answer: ReviewAnswer; label: string; note: string }[] = [
  { answer: 'known', label: 'We know', note: 'All of that can be said now, and shown.' },
  { answer: 'partly', label: 'In part', note: 'Some of it, or from memory.' },
  { answer: 'unknown', label: 'We do not know', note: 'Or only one person does, who is not here.' },
]

/** The review, question by question against a clock that ends nothing by itself. */
export function reviewDialog({ length, startMs }: ReviewOptions): Dialog<ReviewState> {
  const questions = questionsOf(length)
  const endsAtMs = startMs === null ? null : startMs + reviewSeconds(length) * 1000
  const start: ReviewState = { answers: {}, at: 0, endsAtMs }
  const isOver = ({ at }: ReviewState): boolean => at >= questions.length
  const isUp = (state: ReviewState, nowMs: number): boolean =>
    !isOver(state) && state.endsAtMs !== null && nowMs >= state.endsAtMs

  return { start, hasClock: startMs !== null, page, choose, move, lastWords }

  function page(state: ReviewState, screen: Screen, nowMs: number): Page {
    const question = questions[state.at]
    if (question === undefined) {
      const text = formatReview(scoreReview(length, state.answers), tokenOf(state), screen)
      return { title: 'What it came to', place: 'the end', above: [], choices: [], text }
    }
    if (isUp(state, nowMs)) return upPage(state, questions.length)
    const place = [
      pillarById(question.pillar).name,
      `${state.at + 1} of ${questions.length}`,
      ...(state.endsAtMs === null ? [] : [`${clockText(state.endsAtMs - nowMs)} left`]),
    ]
    return {
      title: 'Architecture review',
      place: place.join(' · '),
      above: [question.question, `A good answer has: ${question.good}`],
      choices: CHOICES.map(({ label, note }) => ({ label, note })),
      text: [],
    }
  }

  function choose(state: ReviewState, index: number, nowMs: number): ReviewState {
    if (isUp(state, nowMs)) {
      return index === 0 ? { ...state, at: questions.length } : { ...state, endsAtMs: null }
    }
    const question = questions[state.at]
    const choice = CHOICES[index]
    if (question === undefined || choice === undefined) return state
    const answers = { ...state.answers, [question.id]: choice.answer }
    return { ...state, answers, at: state.at + 1 }
  }

  function move(state: ReviewState, way: 'back' | 'restart', nowMs: number): ReviewState {
    if (way === 'restart') {
      return { ...start, endsAtMs: endsAtMs === null ? null : nowMs + reviewSeconds(length) * 1000 }
    }
    return state.at === 0 ? state : { ...state, at: state.at - 1 }
  }

  function lastWords(state: ReviewState, screen: Screen): string {
    const token = tokenOf(state)
    if (isOver(state)) {
      return `${formatReview(scoreReview(length, state.answers), token, screen).join('\n')}\n`
    }
    const count = Object.keys(state.answers).length
    if (count === 0) return 'Nothing was answered.\n'
    return [
      `Left after ${count} of ${questions.length} answers. What they come to:`,
      `npx five-pillars review --from ${token}`,
      '',
    ].join('\n')
  }

  function tokenOf({ answers }: ReviewState): string {
    return encodeReview({ length, answers })
  }
}

function upPage({ at }: ReviewState, count: number): Page {
  return {
    title: 'The time is up',
    place: `${at} of ${count} answered`,
    above: [
      'What you could not say in the time that an incident leaves you is open, however well it is known to somebody.',
    ],
    choices: [
      { label: 'Show what it came to' },
      { label: 'Go on without a clock', note: 'Nothing is lost; it only takes longer.' },
    ],
    text: [],
  }
}

/** Minutes and seconds; the last second is shown until it is over. */
function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
