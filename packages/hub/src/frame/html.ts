import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup that is safe to put into a page as it is. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
