import { helloSchema, learnerRoutes } from '@five-pillars/room'
import type { Hello } from '@five-pillars/room'

import { LearnerError } from '../learner-error.ts'
import { EXAMPLE } from './address.ts'
import type { Address } from './address.ts'
import { askConsole } from './ask-console.ts'
import type { Answer } from './ask-console.ts'

/** Whether a console answers at an address; asked before any token is sent there. */
export function hello(origin: string, signal?: AbortSignal): Promise<Answer<Hello>> {
  return askConsole(origin, { route: learnerRoutes.hello, schema: helloSchema, signal })
}

/**
 * What the console says of itself that is at an address which somebody typed.
 *
 * @throws LearnerError `console-away` or `not-a-console`, with what is probably wrong with the address
 */
export async function reach(address: Address): Promise<Hello> {
  const answer = await hello(address.origin)
  if (answer.kind === 'answered') return answer.value
  throw (await otherScheme(address)) ?? troubleAt(address, answer)
}

/** A console that is there after all, with `http` for `https` or the other way round. */
async function otherScheme({ origin }: Address): Promise<LearnerError | undefined> {
  const url = new URL(origin)
  const other = url.protocol === 'http:' ? `https://${url.host}` : `http://${url.host}`
  const answer = await hello(other)
  const isCertificate = answer.kind === 'away' && CERTIFICATE.test(answer.code)
  if (answer.kind !== 'answered' && !isCertificate) return undefined
  const [is, not] = url.protocol === 'http:' ? ['https', 'http'] : ['http', 'https']
  const text = `What answers at ${url.host} speaks ${is}, not ${not}.`
  return new LearnerError('not-a-console', text, `Run: npx five-pillars join ${other}`)
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/

const ON_THE_PROJECTOR = `The address is on the projector. For example: ${EXAMPLE}`

function troubleAt(
  { origin, hasPort, isOfDeck }: Address,
  answer: Exclude<Answer<unknown>, { kind: 'answered' }>,
): LearnerError {
  const { hostname } = new URL(origin)
  if (answer.kind !== 'away') {
    const isDeck = isOfDeck || (answer.kind === 'strange' && /slidev/i.test(answer.body))
    const text = isDeck
      ? `${origin} is the address of a deck, not of the console.`
      : `What answers at ${origin} is no console.`
    return new LearnerError('not-a-console', text, ON_THE_PROJECTOR)
  }
  if (!hasPort) {
    const text = `No console answers at ${origin}: the address has no port.`
    return new LearnerError('console-away', text, ON_THE_PROJECTOR)
  }
  if (answer.code === 'ENOTFOUND' || answer.code === 'EAI_AGAIN') {
    const text = `There is no machine "${hostname}" in this network.`
    return new LearnerError('console-away', text, ON_THE_PROJECTOR)
  }
  if (CERTIFICATE.test(answer.code)) {
    const text = `${origin} has a certificate that this machine does not trust.`
    return new LearnerError('not-a-console', text, 'Ask your host for another address.')
  }
  return awayFrom(origin)
}

/** The console of a room does not answer. */
export function awayFrom(origin: string): LearnerError {
  return new LearnerError(
    'console-away',
    `The console does not answer at ${origin}.`,
    'Are you in the same network as your host, and is the address that of the projector?',
  )
}
