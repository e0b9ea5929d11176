import { learnerRoutes } from '@five-pillars/room'

/** Who asks: with the host's key, with a learner's token, with a phone's, or with none of them. */
export type Role = 'nobody' | 'learner' | 'follow' | 'remote' | 'host'

/**
 * Who may ask what is of a role: what `nobody` may, anybody may; who moves the talk also follows it.
 */
export const mayAsk: Readonly<Record<Role, readonly Role[]>> = {
  nobody: ['nobody', 'learner', 'follow', 'remote', 'host'],
  learner: ['learner'],
  follow: ['follow', 'remote', 'host'],
  remote: ['remote', 'host'],
  host: ['host'],
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Whose it is, by `mayAsk`. */
  readonly role: Role
}

/** What is left of a day, and how it is deleted. */
export const afterRoutes = {
  exported: { method: 'GET', path: '/api/host/export/:what', role: 'host' },
  exportedOf: { method: 'GET', path: '/api/host/export/:kind/:file', role: 'host' },
  forget: { method: 'POST', path: '/api/host/forget', role: 'host' },
} as const satisfies Record<string, Route>

/** Built decks, where the talk is, and the phones that follow or move it. */
export const relayRoutes = {
  phone: { method: 'GET', path: '/phone', role: 'nobody' },
  phoneFile: { method: 'GET', path: '/phone/:name', role: 'nobody' },
  relayEnter: { method: 'POST', path: '/api/relay/enter', role: 'nobody' },
  relayEvents: { method: 'GET', path: '/api/relay/events', role: 'follow' },
  relayMove: { method: 'POST', path: '/api/relay/move', role: 'remote' },
  relayRun: { method: 'GET', path: '/api/relay/run', role: 'follow' },
  deckBare: { method: 'GET', path: '/decks/:deck', role: 'follow' },
  deck: { method: 'GET', path: '/decks/:deck/', role: 'follow' },
  deckAsset: { method: 'GET', path: '/decks/:deck/assets/:name', role: 'follow' },
  deckChunk: { method: 'GET', path: '/decks/:deck/assets/:folder/:name', role: 'follow' },
} as const satisfies Record<string, Route>

/** Every address of the console. A route that is not here does not exist. */
export const routes = {
  ...learnerRoutes,
  ...afterRoutes,
  ...relayRoutes,
  home: { method: 'GET', path: '/', role: 'nobody' },
  hostPage: { method: 'GET', path: '/host', role: 'nobody' },
  screenPage: { method: 'GET', path: '/screen', role: 'nobody' },
  asset: { method: 'GET', path: '/assets/:name', role: 'nobody' },
  enter: { method: 'POST', path: '/api/host/enter', role: 'nobody' },
  hostView: { method: 'GET', path: '/api/host/view', role: 'host' },
  hostEvents: { method: 'GET', path: '/api/host/events', role: 'host' },
  screenView: { method: 'GET', path: '/api/screen/view', role: 'host' },
  screenEvents: { method: 'GET', path: '/api/screen/events', role: 'host' },
  agenda: { method: 'GET', path: '/api/host/agenda', role: 'host' },
  putAgenda: { method: 'PUT', path: '/api/host/agenda', role: 'host' },
  clock: { method: 'POST', path: '/api/host/clock', role: 'host' },
  announce: { method: 'POST', path: '/api/host/announce', role: 'host' },
  takeDown: { method: 'DELETE', path: '/api/host/announce', role: 'host' },
  release: { method: 'POST', path: '/api/host/release', role: 'host' },
  submissions: { method: 'GET', path: '/api/host/submissions', role: 'host' },
  submissionDetail: { method: 'GET', path: '/api/host/submissions/:id', role: 'host' },
  askLeave: { method: 'POST', path: '/api/host/ask-leave', role: 'host' },
  show: { method: 'POST', path: '/api/host/show', role: 'host' },
  hide: { method: 'DELETE', path: '/api/host/show', role: 'host' },
  screenRun: { method: 'GET', path: '/api/screen/run', role: 'host' },
  gameDay: { method: 'POST', path: '/api/host/game-day', role: 'host' },
  tokens: { method: 'POST', path: '/api/host/tokens', role: 'host' },
  endTokens: { method: 'DELETE', path: '/api/host/tokens', role: 'host' },
  leaderboard: { method: 'POST', path: '/api/host/leaderboard', role: 'host' },
  learner: { method: 'POST', path: '/api/host/learners/:id', role: 'host' },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
