import { roomCodeSchema } from '@five-pillars/room'

import { LearnerError } from '../learner-error.ts'

/** Where a console is looked for, and what was wrong with how it was written, if it is not there. */
export interface Address {
  /** `http://192.168.1.20:4200`, without a path: a console is the whole of its address. */
  readonly origin: string
  readonly hasPort: boolean
  /** It was copied from a slide in a browser. */
  readonly isOfDeck: boolean
}

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i

/** `#/12`, `/presenter/3`, `/decks/work/`: what addresses of slides end with. */
const OF_DECK = /^#\/(?:presenter\/)?\d+|^\/(?:decks|presenter|export|overview)\b/

/**
 * The address of a console, however it was copied: with or without `http://`, with the path of a page
 * of it. A path, a name and a key in it are dropped, and never sent.
 *
 * @throws LearnerError `bad-address`
 */
export function addressIn(typed: string): Address {
  const text = typed.trim()
  if (/^\d{1,5}$/.test(text)) throw bad(`"${text}" is a port, and the machine is missing.`)
  if (isRoomCode(text))
    throw bad(`"${text}" looks like the code of the room: the address is first.`)
  const written = SCHEME.test(text) ? text : `http://${text}`
  if (text === '' || /\s/.test(text) || !URL.canParse(written)) {
    throw bad(`"${text}" is no address.`)
  }
  const url = new URL(written)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw bad(`"${text}" is an address for ${url.protocol.slice(0, -1)}, and a console has http.`)
  }
  return {
    origin: url.origin,
    hasPort: hasPortIn(text),
    isOfDeck: OF_DECK.test(url.hash) || OF_DECK.test(url.pathname),
  }
}

/** `URL` forgets the port that a scheme has anyway. */
function hasPortIn(text: string): boolean {
  return /^[^/?#]*:\d+(?:[/?#]|$)/.test(text.replace(SCHEME, ''))
}

/** What is on the projector beside the address; a name without a dot may look the same. */
function isRoomCode(text: string): boolean {
  return /\d/.test(text) && !/[.:]/.test(text) && roomCodeSchema.safeParse(text).success
}

/** How an address looks, for whoever has none. */
export const EXAMPLE = 'npx five-pillars join 192.168.1.20:4200'

function bad(text: string): LearnerError {
  const fix = `The whole address is on the projector, with its port. For example: ${EXAMPLE}`
  return new LearnerError('bad-address', text, fix)
}
