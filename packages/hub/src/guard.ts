import type { MiddlewareHandler } from 'hono'

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The hub's own pages: nothing inline, nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A built deck sets styles in attributes and shows itself in frames, but never leaves the machine. */
const DECK_POLICY = [
  "default-src 'self' data: blob:",
  "script-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * Refuses requests that a foreign name was pointed at this machine for (DNS rebinding), and sends
 * the policy that keeps every page from asking another machine for anything.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  if (!OWN_HOSTS.has(hostOf(c.req.header('host')) ?? new URL(c.req.url).hostname)) {
    return c.text('The hub answers to 127.0.0.1 and localhost only.\n', 421)
  }
  await next()
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  const isDeck = c.res.headers.has(DECK_MARK)
  c.header(DECK_MARK, undefined)
  c.header('content-security-policy', isDeck ? DECK_POLICY : PAGE_POLICY)
  return undefined
}

/** Marks, inside the server only, an answer as part of a built deck. */
export const DECK_MARK = 'x-hub-deck'

/** The host without its port, in lower case. */
function hostOf(header: string | undefined): string | undefined {
  return header?.replace(/:\d+$/, '').toLowerCase()
}
