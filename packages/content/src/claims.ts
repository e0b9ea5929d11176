import type { ClaimRecord } from './claims/claim-record.ts'
import { constraintClaims } from './claims/constraints.ts'
import { controlClaims } from './claims/control.ts'
import { intelligenceClaims } from './claims/intelligence.ts'
import { stateClaims } from './claims/state.ts'
import { truthClaims } from './claims/truth.ts'
import { workClaims } from './claims/work.ts'
import { lookupIn } from './unknown-id.ts'

const all = [
  ...constraintClaims,
  ...workClaims,
  ...stateClaims,
  ...truthClaims,
  ...controlClaims,
  ...intelligenceClaims,
] as const

export type ClaimId = (typeof all)[number]['id']

/** A statement about the world, with where it comes from. */
export type Claim = ClaimRecord & { id: ClaimId }

/** Every claim of the kit. */
export const claims: readonly Claim[] = all

/** The claim with an id known from the run only, as in a slide; throws `UnknownId`. */
export const claimById: (id: string) => Claim = lookupIn('claim', claims)

/** The claim with this id. */
export function claim(id: ClaimId): Claim {
  return claimById(id)
}
