import { onUnmounted, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'

import { readTrace } from '../player/read-trace.ts'
import { prepareRun } from '../player/run.ts'
import type { Run } from '../player/run.ts'
import { LiveWorker } from './live-worker.ts'
import type { Heard, WorkerEars, WorkerHandle } from './live-worker.ts'
import type { Complaint, Request } from './worker-messages.ts'

/** What the stage shows of the learner's file. */
type LiveState =
  | { readonly kind: 'busy'; readonly text: string }
  | { readonly kind: 'run'; readonly run: Run }
  /** Nothing to play: something is wrong, or a search found nothing. */
  | {
      readonly kind: 'trouble' | 'news'
      readonly title: string
      readonly complaint: Complaint
    }

export interface LiveRun {
  readonly state: Readonly<ShallowRef<LiveState>>
  readonly seed: Ref<number>
  ask(request: Request): void
}

/** Where the learner's file is, and the address of the worker that runs it. */
export interface LiveSource {
  readonly slug: string
  readonly name: string
  readonly worker: string
}

const FIRST_SEED = 1

/**
 * Runs the learner's file in a worker while its slide is shown, and again whenever it is saved.
 *
 * @param isShown whether this is the slide in front of people, and not its picture in an overview
 */
export function useLiveRun(source: LiveSource, isShown: () => boolean): LiveRun {
  const state = shallowRef<LiveState>({ kind: 'busy', text: `${source.name} is starting` })
  const seed = shallowRef(FIRST_SEED)
  const worker = new LiveWorker({
    open: (ears) => openWorker(source, ears),
    hear: (heard) => {
      state.value = stateOf(heard, source)
      if (state.value.kind === 'run') seed.value = state.value.run.trace.seed
    },
    after(ms, act) {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
  })

  function ask(request: Request): void {
    seed.value = request.seed
    worker.ask(request)
  }

  watch(
    isShown,
    (isNow) => {
      if (isNow) ask({ kind: 'run', seed: seed.value })
      else worker.close()
    },
    { immediate: true },
  )

  function onSaved({ slug }: { readonly slug: string }): void {
    if (slug !== source.slug) return
    worker.close()
    if (isShown()) ask({ kind: 'run', seed: seed.value })
  }

  import.meta.hot?.on('five-pillars:exercise', onSaved)
  onUnmounted(() => {
    import.meta.hot?.off('five-pillars:exercise', onSaved)
    worker.close()
  })

  return { state, seed, ask }
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

function stateOf(heard: Heard, { name }: LiveSource): LiveState {
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
        title: `${name} cannot be run as it is`,
        complaint: heard.complaint,
      }
    case 'trace': {
      const read = readTrace(heard.trace)
      if (read.kind === 'trace') return { kind: 'run', run: prepareRun(read.trace) }
      return {
        kind: 'trouble',
        title: 'This run cannot be shown',
        complaint: { message: read.why },
      }
    }
  }
}
