import { existsSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { parseSync } from 'vite'
import type { DevEnvironment, EnvironmentModuleNode, ViteDevServer } from 'vite'

import { ORIGIN } from './kept-page.ts'

/** What these say depends on more than files: on the port, on which exercises there are, on the talk. */
const FRESH = /^\/@vite\/|\/vite\/dist\/client\/|virtual:five-pillars\/|^\/@server-re(?:active|f)\b/
/** The mark that Vite gives to addresses of packages; each bundling ahead makes a new one. */
const VERSION = /\?v=[0-9a-f]{8}\b/
/** The mark of a module that was changed while the page was open. */
const CHANGED = /([?&])t=\d{13}(?:&|$)/
/** What a module may say of itself; its own address is another one where it is kept. */
const OF_ITSELF = /^\.(?:hot|env)\b/
/** UnoCSS asks the server whether it has news, and waits: kept styles are those of all slides. */
const UNO_NEWS = /\nif \(import\.meta\.hot\) \{\ntry \{\n {2}let hash = __vite__css[^]*$/

/** How Vite says that it makes nothing any more. */
const CLOSED = 'ERR_CLOSED_SERVER'

export interface CollectedModule {
  url: string
  /** With absolute addresses in its imports; nothing when it would not work elsewhere. */
  code: string | undefined
  isOfDeck: boolean
  /** Its own file, unless it lies in the deck or in a package. */
  file: string | undefined
}

/** Whether a page has to ask for that address anew at each start. */
export function isFresh(url: string): boolean {
  return FRESH.test(url)
}

/**
 * The modules at some addresses as a page is sent them.
 *
 * @param version the mark that packages will have at the next start
 */
export async function collectModules(
  server: ViteDevServer,
  urls: readonly string[],
  version: string,
): Promise<CollectedModule[]> {
  const collected: CollectedModule[] = []
  for (const url of urls) {
    // oxlint-disable-next-line no-await-in-loop -- a talk may be going on: one after the other
    const made = await makeModule(server.environments.client, requestOf(url))
    if (made === undefined) continue
    const { isOfDeck, file } = originOf(made.node, server.config.root)
    const code = relocate(made.code, version)
    collected.push({ url: withVersion(url, version), code, isOfDeck, file })
    // oxlint-disable-next-line no-await-in-loop -- lets the server answer meanwhile
    await setImmediate()
  }
  // Styles are made of what all others say.
  return collected.toSorted((a, b) => Number(isAboutStyles(a)) - Number(isAboutStyles(b)))
}

function isAboutStyles({ code }: CollectedModule): boolean {
  return code?.includes('/__uno') === true
}

/**
 * What a page is sent at an address; nothing where that is an error.
 *
 * @throws when the server is being closed
 */
export async function makeModule(
  client: DevEnvironment,
  url: string,
): Promise<{ code: string; node: EnvironmentModuleNode } | undefined> {
  try {
    const made = await client.transformRequest(url)
    const node = await client.moduleGraph.getModuleByUrl(url)
    return made === null || node === undefined ? undefined : { code: made.code, node }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === CLOSED) throw error
    // A page is told, if it asks for it.
    return undefined
  }
}

/** How Vite calls the module that a page asks for. */
export function requestOf(url: string): string {
  return decodeURI(url)
    .replace(/^\/@id\//, '')
    .replace('__x00__', '\0')
    .replace(/\?import(?:=[^&]*)?(?:&|$)/, '?')
    .replace(/&import(?:=[^&]*)?(?=&|$)/, '')
    .replace(/\?$/, '')
}

/** The address of a module that was not changed. */
export function withoutChange(url: string): string {
  return url.replace(CHANGED, '$1').replace(/[?&]$/, '')
}

function withVersion(url: string, version: string): string {
  return url.replace(VERSION, `?v=${version}`)
}

function originOf(
  { id, file }: EnvironmentModuleNode,
  root: string,
): Pick<CollectedModule, 'isOfDeck' | 'file'> {
  const isFile = file !== null && path.isAbsolute(file) && existsSync(file)
  if (!isFile || /^\0|^\/@slidev\/|__slidev_/.test(id ?? ''))
    return { isOfDeck: true, file: undefined }
  if (file.includes('/node_modules/') || file.startsWith(`${root}/.cache/vite/`)) {
    return { isOfDeck: false, file: undefined }
  }
  const isOfDeck = file.startsWith(`${root}/`)
  return { isOfDeck, file: isOfDeck ? undefined : file }
}

/** Code with absolute addresses in its imports; nothing when it depends on where it lies. */
export function relocate(source: string, version: string): string | undefined {
  const code = source.replace(UNO_NEWS, '')
  const { module } = parseSync('module.js', code)
  if (module.importMetas.some(({ end }) => !OF_ITSELF.test(code.slice(end)))) return undefined
  const spans = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.map((each) => each.moduleRequest)),
    ...module.dynamicImports.map(({ moduleRequest }) => moduleRequest),
  ].filter((span) => span !== null)
  let moved = ''
  let done = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    // Several names of one export are one address.
    if (start < done) continue
    const [, url] = /^["'`](\/[^"'`$\\]*)["'`]$/.exec(code.slice(start, end)) ?? []
    if (url === undefined) return undefined
    const address = withVersion(withoutChange(url), version)
    moved += `${code.slice(done, start)}${JSON.stringify(ORIGIN + address)}`
    done = end
  }
  return moved + code.slice(done)
}
