import { onUnmounted, shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'

import { readTrace } from '../player/read-trace.ts'
import { prepareRun } from '../player/run.ts'
import type { Run } from '../player/run.ts'
import { LiveWorker } from './live-worker.ts'
import type { Heard, WorkerEars, WorkerHandle } from './live-worker.ts'
import { arrived, asked, firstStand } from './stand.ts'
import type { Stand } from './stand.ts'
import type { Complaint, Request } from './worker-messages.ts'

/** What the stage shows of the learner's file. */
type LiveState =
  | { readonly kind: 'busy'; readonly text: string }
  /** Runs of one `world` are one run to which something was done by hand: the stage stays there. */
  | { readonly kind: 'run'; readonly run: Run; readonly world: string }
  /** Nothing to play: something is wrong, or a search found nothing. */
  | {
      readonly kind: 'trouble' | 'news'
      readonly title: string
      readonly complaint: Complaint
    }

export interface LiveRun {
  readonly state: Readonly<ShallowRef<LiveState>>
  readonly stand: Readonly<ShallowRef<Stand>>
  ask(request: Request): void
}

/** Where the learner's file is, and the address of the worker that runs it. */
export interface LiveSource {
  readonly slug: string
  readonly name: string
  readonly worker: string
}

/**
 * Runs the learner's file in a worker while its slide is shown, and again whenever it is saved.
 *
 * @param isShown whether this is the slide in front of people, and not its picture in an overview
 */
export function useLiveRun(source: LiveSource, isShown: () => boolean): LiveRun {
  const state = shallowRef<LiveState>({ kind: 'busy', text: `${source.name} is starting` })
  const stand = shallowRef(firstStand)
  let pace: { readonly world: string; readonly ms: number } | undefined
  const worker = new LiveWorker({
    open: (ears) => openWorker(source, ears),
    hear: (heard) => {
      state.value = heard.kind === 'trace' ? arrive(heard) : stateOf(heard, source)
    },
    after(ms, act) {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  })

  function arrive({ trace, token }: Extract<Heard, { readonly kind: 'trace' }>): LiveState {
    const read = readTrace(trace)
    if (read.kind === 'unreadable') return unreadable(read.why)
    stand.value = arrived(stand.value, read.trace, token)
    const { world } = stand.value
    if (pace?.world !== world) pace = undefined
    const run = prepareRun(read.trace, pace?.ms)
    pace = { world, ms: run.paceMs }
    return { kind: 'run', run, world }
  }

  function ask(request: Request): void {
    stand.value = asked(stand.value, request)
    worker.ask(request)
  }

  function askAgain(): void {
    ask({ kind: 'run', ...stand.value.wanted })
  }

  watch(
    isShown,
    (isNow) => {
      if (isNow) askAgain()
      else worker.close()
    },
    { immediate: true },
  )

  function onSaved({ slug }: { readonly slug: string }): void {
    if (slug !== source.slug) return
    worker.close()
    if (isShown()) askAgain()
  }

  import.meta.hot?.on('five-pillars:exercise', onSaved)
  onUnmounted(() => {
    import.meta.hot?.off('five-pillars:exercise', onSaved)
    worker.close()
  })

  return { state, stand, ask }
}

function openWorker(source: LiveSource, { onMessage, onError }: WorkerEars): WorkerHandle {
  const url = `${import.meta.env.BASE_URL}${source.worker}`
  const worker = new Worker(url, { type: 'module', name: source.slug })
  worker.addEventListener('message', ({ data }) => onMessage(data))
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    // What a module's code cannot be loaded for, the browser keeps to itself.
    onError(event.message ?? 'its code cannot be loaded')
  })
  return {
    post(request) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(request)
    },
    end: () => worker.terminate(),
  }
}

function unreadable(why: string): LiveState {
  return { kind: 'trouble', title: 'This run cannot be shown', complaint: { message: why } }
}

function stateOf(
  heard: Exclude<Heard, { readonly kind: 'trace' }>,
  { name }: LiveSource,
): LiveState {
  switch (heard.kind) {
    case 'searching':
      return { kind: 'busy', text: `nothing broken up to seed ${heard.seed}` }
    case 'shrinking':
      return { kind: 'busy', text: `${heard.runs} smaller runs tried` }
    case 'unbroken': {
      const title = `Nothing broke in ${heard.seeds} runs`
      const message = `seeds ${heard.from} to ${heard.from + heard.seeds - 1}`
      return { kind: 'news', title, complaint: { message } }
    }
    case 'silent': {
      const message = 'The run was ended. Is there a loop that never stops?'
      return {
        kind: 'trouble',
        title: `No answer from ${name} after ${heard.afterMs / 1000} s`,
        complaint: { message },
      }
    }
    case 'broken':
      return {
        kind: 'trouble',
        title: `${heard.complaint.file ?? name} cannot be run as it is`,
        complaint: heard.complaint,
      }
  }
}
