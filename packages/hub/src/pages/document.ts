import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

import { markdown } from '../markdown.ts'

/**
 * A Markdown file of the repository as the text of a page; it belongs into an element of the class
 * `prose`. It is read each time, so that an author sees a change at the next reload.
 *
 * @param file from the repository's folder
 */
export async function documentText(root: string, file: string): Promise<HtmlEscapedString> {
  return raw(markdown(await readFile(path.join(root, file), 'utf8')))
}
