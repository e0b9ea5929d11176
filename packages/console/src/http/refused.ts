import type { Refusal } from '@five-pillars/room'

const STATUS = {
  'bad-request': 400,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-method': 405,
  'not-allowed': 403,
  unknown: 404,
  'wrong-code': 401,
  'room-full': 409,
  'nickname-taken': 409,
  'too-many-requests': 429,
  conflict: 409,
  'disk-full': 507,
  'not-ready': 503,
  failed: 500,
} as const satisfies Record<Refusal['code'], number>

/** A request that is not done: says what was wrong, the rule, and the way out. */
export class Refused extends Error {
  readonly code: Refusal['code']
  readonly status: number
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number | undefined

  constructor(
    code: Refusal['code'],
    message: string,
    { status = STATUS[code], retryAfter }: { status?: number; retryAfter?: number } = {},
  ) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.status = status
    this.retryAfter = retryAfter
  }

  get body(): Refusal {
    const { code, message, retryAfter } = this
    return { code, message, ...(retryAfter === undefined ? {} : { retryAfter }) }
  }
}
