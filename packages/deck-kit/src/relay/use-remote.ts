import { useNav } from '@slidev/client'
import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'

import type { Connection } from './connection.ts'
import { followRelay } from './follow-relay.ts'
import type { Position } from './messages.ts'
import type { Served } from './served.ts'
import { back, onward } from './turn.ts'

export interface Remote {
  position: Readonly<ShallowRef<Position>>
  connection: Readonly<ShallowRef<Connection>>
  /** Titles of all slides, the first one's first. */
  titles: ComputedRef<string[]>
  /** What the speaker wants to say, as HTML of the deck's own. */
  note: ComputedRef<string>
  turn(by: 'onward' | 'back'): void
  goTo(page: number): void
}

/** A page that moves the talk without showing its slides. To be called in a `setup`. */
export function useRemote(served: Served): Remote {
  const { slides } = useNav()
  const position = shallowRef<Position>({ page: 1, clicks: 0, total: null })
  const connection = shallowRef<Connection>('lost')
  const moved = followRelay(served, served.role !== 'follow', {
    where: () => position.value,
    go(to) {
      position.value = to
    },
    show: () => undefined,
    leaveFor(deck) {
      location.assign(`/decks/${deck}/#/remote`)
    },
    connection(is) {
      connection.value = is
    },
  })

  function move(to: Position): void {
    position.value = to
    moved()
  }

  return {
    position,
    connection,
    titles: computed(() => slides.value.map(({ no, meta }) => meta.slide.title ?? `Slide ${no}`)),
    note: computed(() => slides.value[position.value.page - 1]?.meta.slide.noteHTML ?? ''),
    turn(by) {
      const { value } = position
      move(by === 'onward' ? onward(value, slides.value.length) : back(value))
    },
    goTo: (page) => move({ page, clicks: 0, total: null }),
  }
}
