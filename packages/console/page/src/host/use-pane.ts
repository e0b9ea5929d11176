import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** The page's parts, as the address names them after `#`. */
export const panes = [
  { id: 'room', title: 'Room' },
  { id: 'submissions', title: 'Submissions' },
  { id: 'agenda', title: 'Agenda' },
  { id: 'game-day', title: 'Game day' },
  { id: 'after', title: 'Phones & after' },
] as const

export type PaneId = (typeof panes)[number]['id']

/** Which part is shown: a reload, a bookmark and the browser's back button keep to it. */
export function usePane(): Readonly<ShallowRef<PaneId>> {
  const pane = shallowRef<PaneId>(named() ?? 'room')
  const onChange = (): void => {
    pane.value = named() ?? pane.value
  }
  window.addEventListener('hashchange', onChange)
  onScopeDispose(() => window.removeEventListener('hashchange', onChange))
  return pane
}

function named(): PaneId | undefined {
  return panes.find(({ id }) => `#${id}` === location.hash)?.id
}
