import type { Fault } from '../faults/fault.ts'
import { hashText } from '../random/hash.ts'
import type { Profile } from '../scenario/profile.ts'
import type { WorkItem } from '../scenario/workload.ts'
import { KIT_VERSION } from '../version.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { isContent } from './token-content.ts'

/** All that a replay needs besides the code: it says the same on every machine of this version. */
export interface TokenContent {
  /** Version of the kit that ran it. */
  readonly kit: string
  /** The scenario, which has the name of its exercise. */
  readonly scenario: string
  readonly seed: number
  readonly profile: Profile
  readonly plan: readonly Fault[]
  readonly clients: number
  readonly runMs: number
  readonly healAtMs: number
  /** Which of the calls that the seed draws are made, by their places; absent: all of them. */
  readonly kept?: readonly number[]
  /** The calls, where they are not those that the seed draws. */
  readonly workload?: readonly WorkItem[]
}

/** A token that cannot be replayed here, with what differs and the way out. */
export class BadToken extends Error {
  override name = 'BadToken'
  readonly reason: 'damaged' | 'other-version' | 'other-scenario'
  /** What is wrong. */
  readonly problem: string
  /** The way out, as a sentence or a command. */
  readonly fix: string

  constructor(reason: BadToken['reason'], problem: string, fix: string) {
    super(`${problem} ${fix}`)
    this.reason = reason
    this.problem = problem
    this.fix = fix
  }
}

/** Letters, digits, `-`, `_` and one dot: safe in every shell and address. */
export function encodeToken(content: Omit<TokenContent, 'kit'>): string {
  const text = JSON.stringify({ kit: KIT_VERSION, ...content }).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${toBase64url(text)}.${checksum(text)}`
}

/**
 * Reads a token.
 *
 * @param scenario the scenario that it is to be replayed in
 * @throws BadToken when a part of it is missing or changed, when another version of the kit made
 *   it, or when it is of another scenario
 */
export function decodeToken(token: string, scenario: string): TokenContent {
  const [payload = '', check] = token.trim().split('.')
  const text = fromBase64url(payload)
  if (text === null || checksum(text) !== check) {
    throw new BadToken(
      'damaged',
      'This token is damaged: a part of it is missing or was changed.',
      'Copy the whole line after --replay once more.',
    )
  }
  const content: unknown = JSON.parse(text)
  if (!isContent(content)) throw otherVersion('another version', content)
  if (content.kit !== KIT_VERSION) throw otherVersion(`version ${content.kit}`, content)
  if (content.scenario !== scenario) {
    throw new BadToken(
      'other-scenario',
      `This token is of "${content.scenario}", not of "${scenario}".`,
      `Run: npx five-pillars check ${content.scenario} --replay <token>`,
    )
  }
  return content
}

function otherVersion(made: string, content: unknown): BadToken {
  const seed =
    typeof content === 'object' && content !== null && 'seed' in content
      ? ` Its seed is ${String(content.seed)}; here that is another world.`
      : ''
  return new BadToken(
    'other-version',
    `This token was made by ${made} of the kit, and this is version ${KIT_VERSION}: the same seed gives another run here.${seed}`,
    'Use the kit that printed it, or find the failure again with: npx five-pillars check',
  )
}

function checksum(text: string): string {
  return hashText(text).toString(36).padStart(7, '0')
}
