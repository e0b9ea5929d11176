/** An address in an attribute, written from the root of the hub. */
const ROOTED = /(\s(?:href|src|action|data-root)=")\/(?!\/)/g

/**
 * Makes the addresses of a page relative to where it stands, so that it works below any path and
 * from any server.
 *
 * @param at the page's own address from the root, such as `/patterns/`
 */
export function relativeFrom(at: string, markup: string): string {
  return rebased(upFrom(at), markup)
}

/** Puts all of a page's addresses below one that ends in a slash. */
export function rebased(base: string, markup: string): string {
  return markup.replaceAll(ROOTED, `$1${base}`)
}

/** The way from a page to the root, such as `../`. */
export function upFrom(at: string): string {
  const depth = at.split('/').length - 2
  return depth <= 0 ? './' : '../'.repeat(depth)
}
