import { tokenOf } from '../check/broken-check.ts'
import { standing } from '../progress/standing.ts'
import type { Standing } from '../progress/standing.ts'
import { givenHint } from '../room/room-state.ts'
import { inRoom } from './in-room.ts'
import { askText, submitText } from './no-host.ts'
import type { Action } from './keys.ts'
import type { Effect, Event, Question, State, Step } from './state.ts'

/**
 * What one event changes, and what is to be done about it. Pure: the same state and event give the
 * same step. The invariants: the exercise changes by a key or an answer alone; one check runs at a
 * time, and what is written meanwhile is checked after it; a file is replaced only after a yes.
 */
export function step(state: State, event: Event): Step {
  if (state.isOver) return { state, effects: [] }
  switch (event.kind) {
    case 'action':
      return act(state, event.action)
    case 'answered':
      return answer(state, event.answer)
    case 'changed':
      if (event.slug !== state.slug) return still(state)
      // What is written while a check runs may be written over before its turn comes.
      return state.running === null
        ? check(state)
        : { state: { ...state, isDue: true }, effects: [{ kind: 'keep', slug: state.slug }] }
    case 'checked':
    case 'not-checked':
      return checked(state, event)
    case 'view':
      return event.slug === state.slug ? show(state, event.view) : still(state)
    case 'progress':
      return still({ ...state, progress: event.progress })
    case 'told':
      return tell(state, event.note)
    case 'versions':
      return chooseVersion(state, event)
    case 'scrolled':
      return still({ ...state, top: event.top })
    case 'room':
      return inRoom(state, event.sign)
  }
}

/** Where the learner is, from the exercise on the screen. */
export function placeOf({ progress, slug }: State): Standing {
  return standing({ ...progress, current: slug })
}

/** The first step: opens an exercise, or goes on with it. */
export function open(state: State, slug: string): Step {
  const moved: State = {
    ...state,
    slug,
    last: null,
    trouble: null,
    view: { kind: 'verdict' },
    top: null,
    question: null,
  }
  const { state: after, effects } = check(moved)
  return {
    state: after,
    effects: [{ kind: 'open', slug }, { kind: 'watch', slug }, ...effects],
  }
}

function act(before: State, action: Action): Step {
  if (action === 'quit') return { state: { ...before, isOver: true }, effects: [{ kind: 'end' }] }
  if (before.question !== null) return still(before)
  const state = { ...before, note: null }
  const { slug, last } = state
  switch (action) {
    case 'check': {
      const checking = check(state)
      // A key also helps where a file system tells nothing, or the folder was away.
      return { ...checking, effects: [{ kind: 'watch', slug }, ...checking.effects] }
    }
    case 'back':
      return still({ ...state, view: { kind: 'verdict' }, top: null })
    case 'brief':
      return { state, effects: [{ kind: 'brief', slug, link: last?.brief ?? null }] }
    case 'hint':
      return hint(state)
    case 'progress':
      return show(state, { kind: 'progress' })
    case 'ask':
      return state.room === null
        ? lookForRoom(show(state, askText(state)))
        : { state, effects: [{ kind: 'hand', slug, isRaised: !state.room.isHandRaised }] }
    case 'submit':
      return state.room === null
        ? lookForRoom(show(state, submitText(state)))
        : { ...show(state, { kind: 'submission' }), effects: [{ kind: 'submit', slug }] }
    case 'room':
      return state.room === null
        ? lookForRoom(tell(state, 'You are in no room: npx five-pillars join <address>'))
        : look({ ...state, room: { ...state.room, unread: 0 } })
    case 'diagram':
      return diagram(state)
    case 'replay':
      return replay(state)
    case 'versions':
      return { state, effects: [{ kind: 'versions', slug }] }
    case 'reset':
    case 'catch-up':
      return ask(state, { kind: action })
    case 'skip':
      return mayWeSkip(state)
    case 'go':
      return ask(state, { kind: 'go' })
    case 'next':
      return next(state)
  }
}

/** One that the host gave comes first. */
function hint(state: State): Step {
  const { slug, room, progress } = state
  const seen = Math.max(0, ...Object.values(progress.exercises[slug]?.hints ?? {}))
  const given = room === null ? undefined : givenHint(room, slug, seen)
  if (room === null || given === undefined) return { state, effects: [{ kind: 'hint', slug }] }
  return {
    state: { ...state, room: { ...room, taken: [...room.taken, given] } },
    effects: [{ kind: 'given-hint', slug, level: given.level ?? 1 }],
  }
}

function diagram(state: State): Step {
  if (state.last === null || state.last.verdict.state === 'passed') {
    return tell(state, 'There is no broken promise to draw.')
  }
  return { state, effects: [{ kind: 'diagram', slug: state.slug }] }
}

/** What is on the screen, once more: what was submitted, or the last check. */
function replay(state: State): Step {
  const { slug, last, view } = state
  const isOfRoom = view.kind === 'room' || view.kind === 'submission'
  const token = isOfRoom ? judgedToken(state) : last === null ? undefined : tokenOf(last.verdict)
  if (token !== undefined) return { state, effects: [{ kind: 'replay', slug, token }] }
  return tell(state, 'There is no run to repeat: Enter checks the file again.')
}

function judgedToken({ room, slug }: State): string | undefined {
  const sent = room?.submissions[slug]?.standing
  return sent?.kind === 'judged' ? (sent.verdict.replay ?? undefined) : undefined
}

function next(state: State): Step {
  const place = placeOf(state)
  const here = place.stations.find(({ exercise }) => exercise.slug === state.slug)
  if (here?.state !== 'passed' && here?.state !== 'caught-up') {
    return tell(state, `"${state.slug}" is not done yet. To leave it for later press s, to skip.`)
  }
  if (place.next === null) return tell(state, 'That was the last one: all of it is done.')
  return open(state, place.next.slug)
}

function mayWeSkip(state: State): Step {
  if (placeOf(state).next !== null) return ask(state, { kind: 'skip' })
  return tell(state, 'There is nothing else left to go on with.')
}

function skip(state: State): Step {
  const { next: following } = placeOf(state)
  if (following === null) return still(state)
  const { state: after, effects } = open(state, following.slug)
  const note = `"${state.slug}" is left for later: g goes back to it.`
  return {
    state: { ...after, note },
    effects: [{ kind: 'skip', slug: state.slug }, ...effects],
  }
}

function answer(before: State, given: string | null): Step {
  const { question } = before
  const state = { ...before, question: null }
  if (question === null || given === null) return still(state)
  const { slug } = state
  switch (question.kind) {
    case 'reset':
    case 'catch-up':
      return given === 'yes' ? { state, effects: [{ kind: question.kind, slug }] } : still(state)
    case 'skip':
      return given === 'yes' ? skip(state) : still(state)
    case 'restore': {
      const version = question.versions.find(({ number }) => String(number) === given)
      if (version === undefined) return still(state)
      return { state, effects: [{ kind: 'restore', slug, number: version.number }] }
    }
    case 'may-i-show': {
      const { submission } = question
      if (given === 'later') return still(state)
      const isGiven = given === 'yes'
      return { state, effects: [{ kind: 'leave-to-show', submission, isGiven }] }
    }
    case 'go': {
      const found = placeOf(state).stations.find(({ exercise }) => exercise.slug === given)
      return found === undefined || given === slug ? still(state) : open(state, given)
    }
  }
}

function chooseVersion(
  state: State,
  { slug, versions }: Extract<Event, { kind: 'versions' }>,
): Step {
  if (slug !== state.slug || state.question !== null) return still(state)
  if (versions.length === 0) return tell(state, 'No version is kept yet: each check keeps one.')
  return ask(state, { kind: 'restore', versions })
}

/** Checks the exercise on the screen, now or after the check that runs. */
function check(state: State): Step {
  const { slug } = state
  if (state.running !== null) return still({ ...state, isDue: true })
  return {
    state: { ...state, running: slug, isDue: false, isReading: false },
    effects: [{ kind: 'check', slug }],
  }
}

function checked(before: State, event: Extract<Event, { kind: 'checked' | 'not-checked' }>): Step {
  const done: State = { ...before, running: null }
  const state = event.slug === before.slug ? withResult(done, event) : withProgress(done, event)
  const after = state.isDue ? check(state) : still(state)
  if (event.kind === 'not-checked' || state.room === null) return after
  const attempt: Effect = { kind: 'attempt', checked: event.checked }
  return { state: after.state, effects: [attempt, ...after.effects] }
}

function withResult(
  state: State,
  event: Extract<Event, { kind: 'checked' | 'not-checked' }>,
): State {
  const result =
    event.kind === 'checked'
      ? { last: event.checked, trouble: null }
      : { last: null, trouble: event.trouble }
  const after = withProgress({ ...state, ...result }, event)
  if (!state.isReading) return { ...after, view: { kind: 'verdict' }, top: null }
  return state.view.kind === 'verdict' ? after : say(after, 'Checked meanwhile: Esc shows it.')
}

function withProgress(
  state: State,
  event: Extract<Event, { kind: 'checked' | 'not-checked' }>,
): State {
  return event.kind === 'checked' ? { ...state, progress: event.checked.progress } : state
}

/** The room, and its open question before it. */
function look(state: State): Step {
  const shown = show(state, { kind: 'room' })
  const [asked] = state.room?.asked ?? []
  return asked === undefined ? shown : ask(shown.state, { kind: 'may-i-show', ...asked })
}

/** Somebody may have joined where nothing could be watched. */
function lookForRoom({ state, effects }: Step): Step {
  return { state, effects: [...effects, { kind: 'look-for-room' }] }
}

function show(state: State, view: State['view']): Step {
  return still({ ...state, view, top: null, isReading: state.running !== null })
}

function ask(state: State, question: Question): Step {
  const asked: Effect = { kind: 'ask', question }
  return { state: { ...state, question }, effects: [asked] }
}

function tell(state: State, note: string): Step {
  return still(say(state, note))
}

function say(state: State, note: string): State {
  return { ...state, note }
}

function still(state: State): Step {
  return { state, effects: [] }
}
