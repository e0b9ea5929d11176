/** How much later a call is; `deadline` and `overdue` mean the next that the queue has before it. */
export type Wait = 'none' | 'short' | 'some' | 'long' | 'deadline' | 'overdue'

/** A call as data: who and what it is about is found in the conversation so far. */
export interface Step {
  readonly kind: 'submit' | 'lease' | 'heartbeat' | 'complete' | 'tick'
  readonly wait: Wait
  /** With `deadline`: one before it, or at it, or one after it; likewise with `overdue`. */
  readonly off: -1 | 0 | 1
  /** Which task of the pool, or which worker. */
  readonly nth: number
  /** Which copy, counted back from the newest; of those that are running, if any is. */
  readonly back: number
  /** What a heartbeat or a result is sent with: its own, or something of another copy. */
  readonly about: 'own' | 'any copy' | 'next token' | 'other task' | 'unknown task'
}

type Scene = readonly Step[]

/** As soon as somebody more is overdue. */
const soon = { wait: 'overdue', off: 1 } as const

const [A, B, C] = [0, 1, 2] as const

const submit = (nth: number): Step => step('submit', { nth })
const lease = (nth: number, when: Partial<Step> = {}): Step => step('lease', { nth, ...when })
const tick = (wait: Wait, off: -1 | 0 | 1 = 0): Step => step('tick', { wait, off })
const beat = (back: number, when: Partial<Step> = {}): Step => step('heartbeat', { back, ...when })
const result = (back: number, when: Partial<Step> = {}): Step => step('complete', { back, ...when })

const running: Scene = [submit(0), lease(A)]

/** From now on there is an average, and it is short. */
const averaged: Scene = [...running, result(0, { wait: 'short' })]
const oneOverdue: Scene = [...averaged, submit(1), lease(A), tick('overdue', 1)]
const withBackup: Scene = [...oneOverdue, lease(B)]
/** The first began a moment before the second. */
const twoRunning: Scene = [...averaged, submit(1), lease(A), submit(2), lease(B, { wait: 'short' })]
const twoOverdue: Scene = [...twoRunning, tick('some')]
/** The first copy of the older task has expired, so that its backup runs alone, and is the younger. */
const outlived: Scene = [...twoOverdue, lease(C), beat(1, { wait: 'short' }), tick('deadline')]

/** Whoever comes second has worked for nothing, and its time says nothing. */
const beaten: Scene = [
  ...withBackup,
  result(0, { wait: 'short' }),
  result(1, { wait: 'some' }),
  submit(2),
  lease(A),
]
/** The backup was in vain, and the time is that of the first copy. */
const firstWins: Scene = [...withBackup, result(1, { wait: 'some' }), submit(2), lease(A)]
/** Two tasks took a moment and one took long: their average, their middle and the last one differ. */
const skewed: Scene = [
  ...averaged,
  submit(1),
  lease(A),
  result(0, { wait: 'short' }),
  submit(2),
  lease(A),
  result(0, { wait: 'some' }),
  submit(3),
  lease(A),
]
/** The first of many was the slowest; nobody has forgotten its time, nor that it is done. */
const longAgo: Scene = [
  ...running,
  result(0, { wait: 'some' }),
  ...Array.from({ length: 11 }, (_, nth) => [
    submit(nth + 1),
    lease(A),
    result(0, { wait: 'short' }),
  ]).flat(),
  submit(0),
  submit(12),
  lease(A),
]
/** A heart that beats for as long as it must. */
const patient: Scene = [
  ...running,
  ...Array.from({ length: 12 }, () => beat(0, { wait: 'deadline', off: -1 })),
]

/** What a conversation may begin with: situations that chance alone comes to too rarely. */
export const scenes: readonly Scene[] = [
  [],
  averaged,
  [...running, lease(B, { wait: 'deadline' })],
  [...running, beat(0, { wait: 'some' }), tick('deadline', -1)],
  [...running, beat(0, { wait: 'some' }), beat(0, { wait: 'some' }), tick('deadline')],
  [...running, beat(0, { wait: 'some' }), beat(0, { wait: 'deadline', off: -1 }), tick('some')],
  [...patient, tick('deadline', -1)],
  [...oneOverdue, beat(0), lease(B)],
  [...oneOverdue, lease(A)],
  [...withBackup, submit(2), submit(3), submit(4), submit(5)],
  [...withBackup, beat(0, { wait: 'some' }), tick('deadline'), lease(C), lease(A)],
  [...withBackup, beat(1, { wait: 'some' }), tick('deadline'), lease(C), lease(B)],
  [...withBackup, tick('deadline'), tick('deadline'), lease(C)],
  [...withBackup, tick('long'), lease(C), lease(A, { wait: 'overdue', off: 1 })],
  [...averaged, submit(1), lease(A), lease(B, { wait: 'deadline' }), lease(C), lease(A, soon)],
  [...twoRunning, lease(C)],
  [...twoRunning, result(0, { about: 'other task', nth: 1 })],
  [...twoOverdue, lease(C), lease(C), lease(A)],
  [...twoOverdue, lease(A), lease(B)],
  [...outlived, lease(A)],
  [...withBackup, beat(0, { wait: 'some' }), tick('deadline'), result(1, { about: 'any copy' })],
  [...beaten, lease(B, soon)],
  [...firstWins, lease(B, { wait: 'overdue', off: -1 }), lease(B, soon)],
  [...longAgo, lease(C, { wait: 'overdue' }), lease(B, soon)],
  [...skewed, lease(C, { wait: 'overdue', off: -1 }), lease(B, soon)],
]

function step(kind: Step['kind'], rest: Partial<Step>): Step {
  return { kind, wait: 'none', off: 0, nth: 0, back: 0, about: 'own', ...rest }
}

if (scenes.some((scene) => scene.some(({ nth }) => nth < 0))) {
  throw new Error('sentinel-task-queue-scenes.ts: a name before the first')
}
