import fc from 'fast-check'

/** How fn ends: later, on the spot, or never. What is excused is an error that says nothing. */
export type Deed =
  | { readonly kind: 'ok' | 'fails' | 'excused'; readonly afterMs: number }
  | { readonly kind: 'throws' | 'throws-excused' }
  | { readonly kind: 'hangs' }

/** Ends while the call is made. */
export const ok: Deed = { kind: 'ok', afterMs: 0 }
export const fails: Deed = { kind: 'fails', afterMs: 0 }
export const excused: Deed = { kind: 'excused', afterMs: 0 }
export const throws: Deed = { kind: 'throws' }
export const throwsExcused: Deed = { kind: 'throws-excused' }
export const hangs: Deed = { kind: 'hangs' }

/** What the backend is to blame for. */
export class BackendDown extends Error {
  override name = 'BackendDown'

  constructor() {
    super('connection refused')
  }
}

/** What the caller is to blame for. */
export class NotFound extends Error {
  override name = 'NotFound'

  constructor() {
    super('404')
  }
}

/** Deeds of these kinds that take one of these times; the first of each is the simplest. */
export function deedsOf(
  kinds: readonly Deed['kind'][],
  timesMs: readonly number[],
): fc.Arbitrary<Deed> {
  if (kinds.length === 0) throw new Error('sentinel-circuit-breaker-deeds.ts: no kinds')
  return fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...timesMs)).map(([kind, afterMs]) => {
    return kind === 'ok' || kind === 'fails' || kind === 'excused' ? { kind, afterMs } : { kind }
  })
}

/** Whether what fn brings is no error, one that counts, or one that does not. */
export function endOf({ kind }: Deed): 'ok' | 'failed' | 'excused' {
  if (kind === 'ok') return 'ok'
  return kind === 'excused' || kind === 'throws-excused' ? 'excused' : 'failed'
}

/** What fn did, as a verb. */
export function deedText({ kind }: Deed): string {
  switch (kind) {
    case 'ok':
      return 'goes well'
    case 'fails':
      return 'fails'
    case 'excused':
      return 'ends with an excused error'
    case 'throws':
      return 'throws at once'
    case 'throws-excused':
      return 'throws an excused error at once'
    case 'hangs':
      return 'hangs'
  }
}
