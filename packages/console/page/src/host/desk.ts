import { inject, provide, shallowRef } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'

import { ask, complaintOf } from '../live/ask.ts'

/** What lies open over the page. */
type Opened =
  | { readonly kind: 'learner'; readonly id: string; readonly exercise: string | null }
  | { readonly kind: 'submission'; readonly id: string }

/** Said once, after something was done or refused. */
interface Notice {
  readonly text: string
  readonly isBad: boolean
}

/** What the host can do from anywhere on the page. */
export interface Desk {
  readonly notice: Readonly<ShallowRef<Notice | undefined>>
  readonly opened: Readonly<ShallowRef<Opened | undefined>>
  /**
   * Asks the console to do something below `/api/host/`, and tells the host what came of it.
   *
   * @param done what is said when it is done; nothing where the page shows it by itself
   * @returns whether it was done
   */
  act(path: string, body: object, done?: string): Promise<boolean>
  /** The same with another method. */
  change(method: 'PUT' | 'DELETE', path: string, body: object, done?: string): Promise<boolean>
  say(notice: Notice | undefined): void
  open(what: Opened | undefined): void
}

/** How long it is said that something was done; what was refused stays until it is dismissed. */
const DONE_MS = 8000

const deskKey: InjectionKey<Desk> = Symbol('desk')

/** Makes the desk of a page; its components reach it by `useDesk`. */
export function provideDesk(): Desk {
  const notice = shallowRef<Notice>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const opened = shallowRef<Opened>()

  function say(next: Notice | undefined): void {
    notice.value = next
    clearTimeout(timer)
    if (next?.isBad !== false) return
    timer = setTimeout(() => {
      notice.value = undefined
    }, DONE_MS)
  }

  async function send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object,
    done = '',
  ): Promise<boolean> {
    const answer = await ask(method, `/api/host/${path}`, body)
    const complaint = complaintOf(answer)
    if (complaint !== undefined) say({ text: complaint, isBad: true })
    else say(done === '' ? undefined : { text: done, isBad: false })
    return complaint === undefined
  }

  const desk: Desk = {
    notice,
    opened,
    act: (path, body, done) => send('POST', path, body, done),
    change: send,
    say,
    open(what) {
      opened.value = what
    },
  }
  provide(deskKey, desk)
  return desk
}

export function useDesk(): Desk {
  const desk = inject(deskKey)
  if (desk === undefined) throw new Error('the page has not provided its desk')
  return desk
}
