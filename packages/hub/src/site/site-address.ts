import { SiteError } from './site-error.ts'

/** Where a site will stand. */
export interface SiteAddress {
  /** The path of its root on the server, with a slash at both ends: `/pillars/`. */
  path: string
  /** Its whole address, `https://example.org/pillars/`, where that is known. */
  whole?: string | undefined
}

/**
 * Reads the base that an author gives: a path, or a whole address. Pages do not need it, since their
 * addresses are relative; what is read from elsewhere does: the sitemap, and pictures for links.
 *
 * @throws SiteError `bad-base`
 */
export function siteAddress(base: string): SiteAddress {
  if (/^https?:\/\//.test(base)) {
    const url = URL.parse(base)
    if (url === null || url.search !== '' || url.hash !== '') throw badBase(base)
    const path = withSlash(url.pathname)
    return { path, whole: `${url.origin}${path}` }
  }
  if (!/^\/[\w.~/-]*$/.test(base) || base.startsWith('//')) throw badBase(base)
  return { path: withSlash(base) }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

function badBase(base: string): SiteError {
  return new SiteError(
    'bad-base',
    `--base "${base}" is neither a path nor a web address.`,
    'Write it like /pillars/ or https://example.org/pillars/',
  )
}
