import type { ThrownText } from '../run/events.ts'

const CHAIN_MAX = 6

/** An error and what caused it, outermost first. */
export function causesOf(error: ThrownText): ThrownText[] {
  const chain: ThrownText[] = []
  let link: ThrownText | undefined = error
  while (link !== undefined && chain.length < CHAIN_MAX) {
    chain.push(link)
    link = link.cause
  }
  return chain
}
