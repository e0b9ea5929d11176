import { RELAY_META } from '@five-pillars/deck-kit/relay'
import type { RelayRole } from '@five-pillars/deck-kit/relay'

/** The deck's own page, and in it as what and in which role it is served. */
export function relayedPage(page: string, deck: string, role: RelayRole): string {
  const tag = `<meta name="${RELAY_META}" content="${deck}" data-role="${role}">`
  return page.replace(/<head[^>]*>/iu, (head) => `${head}\n${tag}`)
}
