/** Who asks. `host` has the key, `learner` a token; anybody may do what `nobody` may. */
export type Role = 'nobody' | 'learner' | 'host'

/** What a learner's machine asks the console for; `:id` and `:exercise` are filled in by `fill`. */
export const learnerRoutes = {
  /** Whether it is a console at all, and of which kit. */
  hello: { method: 'GET', path: '/api/hello', role: 'nobody' },
  join: { method: 'POST', path: '/api/join', role: 'nobody' },
  return: { method: 'POST', path: '/api/return', role: 'nobody' },
  leave: { method: 'POST', path: '/api/leave', role: 'learner' },
  events: { method: 'GET', path: '/api/events', role: 'learner' },
  submit: { method: 'POST', path: '/api/submissions', role: 'learner' },
  submission: { method: 'GET', path: '/api/submissions/:id', role: 'learner' },
  attempt: { method: 'POST', path: '/api/attempts', role: 'learner' },
  hand: { method: 'POST', path: '/api/hand', role: 'learner' },
  leaveToShow: { method: 'POST', path: '/api/leave-to-show', role: 'learner' },
  /** The working version of an exercise, once the host has released it: 404 before. */
  solution: { method: 'GET', path: '/api/solutions/:exercise', role: 'learner' },
} as const satisfies Record<string, { method: 'GET' | 'POST'; path: string; role: Role }>

/** Puts a value in the place of the path's parameter, encoded. */
export function fill(path: string, value: string): string {
  return path.replace(/:[a-z]+/u, encodeURIComponent(value))
}
