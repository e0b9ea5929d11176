import path from 'node:path'

import type { ResolvedSlidevOptions } from '@slidev/types'
import type { DevEnvironment, ViteDevServer } from 'vite'

import { collectModules, isFresh, makeModule, requestOf, withoutChange } from './collect-modules.ts'
import type { CollectedModule } from './collect-modules.ts'
import { readKept, writeKept } from './kept-file.ts'
import type { Kept, KeptPart, KeptStart } from './kept-file.ts'
import { keptScript } from './kept-page.ts'
import { stampDeck, stampKit, versionOfPackages } from './kept-stamps.ts'
import { addClasses, usedClasses } from './uno-classes.ts'

type Options = Pick<ResolvedSlidevOptions, 'clientRoot' | 'data' | 'userRoot'>

/** So long after its last request a page is taken to be loaded. */
const QUIET_MS = 2000

/** Kept modules that are as good as new ones. */
interface Offer {
  urls: ReadonlySet<string>
  script: string
  version: string | undefined
  /** Whether they are still good. */
  isGood: () => boolean
}

/**
 * What a deck kept of its last start, and what it keeps of this one. Kept modules are offered to
 * pages until something changes. A change that comes before Vite has made them, too, reloads the
 * page, since Vite does not know yet whom it concerns.
 */
export class KeptStarts {
  readonly #server: ViteDevServer
  readonly #client: DevEnvironment
  readonly #options: Options
  readonly #file: string
  #asked = new Set<string>()
  #offer: Offer | undefined
  /** Vite has made what was offered, so that it follows every change by itself. */
  #isKnown = true
  /** What lies on the disk is what the next start needs. */
  #isKept = false
  #changes = 0
  #open = 0
  #quiet: NodeJS.Timeout | undefined
  #isSettling = false

  constructor(server: ViteDevServer, options: Options) {
    this.#server = server
    this.#client = server.environments.client
    this.#options = options
    // A shorter cut keeps its own: its slides have other numbers.
    const { duration } = options.data.config
    this.#file = path.join(
      options.userRoot,
      `.cache/live-start-${encodeURIComponent(duration)}.txt`,
    )
    const warmUp = this.#client.warmupRequest.bind(this.#client)
    // A page that has its modules is not faster when Vite makes them while it is loaded.
    this.#client.warmupRequest = (url) => (this.#isKnown ? warmUp(url) : Promise.resolve())
  }

  /** What a page is offered: nothing after a change, or when packages were bundled anew. */
  get offer(): Offer | undefined {
    const version = this.#client.depsOptimizer?.metadata.browserHash
    return this.#offer?.version === version ? this.#offer : undefined
  }

  /** To be called when Vite knows its packages. */
  start(): void {
    const kept = readKept(this.#file)
    if (kept === undefined || !this.#isKitGood(kept)) this.#makeFirst()
    else this.#offerKept(kept)
  }

  #isKitGood({ kit }: Kept): boolean {
    return kit.stamp === stampKit(this.#server, kit.files)
  }

  #isDeckGood({ deck }: Kept): boolean {
    return deck.stamp === this.#stampDeck(deck.files)
  }

  #stampDeck(quoted: readonly string[]): string {
    const { data, userRoot } = this.#options
    return stampDeck(userRoot, quoted, data.slides)
  }

  #offerKept(kept: KeptStart): void {
    const isWhole = this.#isDeckGood(kept)
    const parts = isWhole ? [kept.kit, kept.deck] : [kept.kit]
    this.#offer = {
      urls: new Set(parts.flatMap(({ urls }) => urls)),
      script: keptScript(isWhole ? [kept.code.kit, kept.code.deck] : [kept.code.kit]),
      version: versionOfPackages(this.#server),
      isGood: () => this.#isKitGood(kept) && (!isWhole || this.#isDeckGood(kept)),
    }
    void addClasses(this.#server, kept.classes)
    this.#asked = new Set(isWhole ? kept.asked : kept.kit.urls)
    this.#isKept = isWhole
    this.#isKnown = false
    // Vite watches what lies outside of the deck only once it has read it.
    this.#server.watcher.add([...kept.kit.files, ...kept.deck.files])
  }

  /** Makes modules before a page asks for them: the first that it needs, and the slides. */
  #makeFirst(): void {
    const main = `/@fs${path.posix.join(this.#options.clientRoot, 'main.ts')}`
    for (const url of [main, '/@slidev/slides/1/md', '/@slidev/slides/2/md']) {
      void this.#client.warmupRequest(url)
    }
  }

  /** A file has changed, come or gone. */
  change(): void {
    this.#changes += 1
    this.#isKept = false
    this.#offer = undefined
    if (!this.#isKnown) {
      this.#isKnown = true
      this.#client.hot.send({ type: 'full-reload' })
    }
    this.#settleWhenQuiet()
  }

  /** A page asks for something; for a module, where there is an address. */
  begin(url: string | undefined): void {
    this.#open += 1
    clearTimeout(this.#quiet)
    if (url === undefined || isFresh(url)) return
    const address = withoutChange(url)
    if (this.#asked.has(address)) return
    this.#asked.add(address)
    this.#isKept = false
  }

  /** A page has what it asked for. */
  end(): void {
    this.#open -= 1
    this.#settleWhenQuiet()
  }

  #settleWhenQuiet(): void {
    clearTimeout(this.#quiet)
    if (this.#open > 0 || this.#asked.size === 0) return
    this.#quiet = setTimeout(() => void this.#settle(), QUIET_MS).unref()
  }

  async #settle(): Promise<void> {
    if (this.#isSettling) return
    this.#isSettling = true
    const changes = this.#changes
    try {
      await this.#makeOffered()
      if (!this.#isKept) await this.#keep()
    } catch {
      // The server is being closed, or the disk is full: no harm for a talk.
    } finally {
      this.#isSettling = false
      if (changes !== this.#changes) this.#settleWhenQuiet()
    }
  }

  /** Vite follows changes of what it has made. */
  async #makeOffered(): Promise<void> {
    const offer = this.#offer
    if (offer === undefined || this.#isKnown) return
    for (const url of offer.urls) {
      // oxlint-disable-next-line no-await-in-loop -- a talk has begun: one after the other
      await makeModule(this.#client, requestOf(url))
      if (this.#isKnown) return
    }
    // A change that was too early for the watcher.
    if (offer.isGood()) this.#isKnown = true
    else this.change()
  }

  async #keep(): Promise<void> {
    const version = versionOfPackages(this.#server)
    if (version === undefined) return
    const changes = this.#changes
    const { data, userRoot } = this.#options
    // Styles are those of all slides that were made: with all of them, the next start needs no others.
    for (const { index } of data.slides) {
      // oxlint-disable-next-line no-await-in-loop -- a talk may be going on: one after the other
      await makeModule(this.#client, `/@slidev/slides/${index + 1}/md`)
    }
    const modules = await collectModules(this.#server, [...this.#asked], version)
    const kitModules = modules.filter(({ isOfDeck }) => !isOfDeck)
    const deckModules = modules.filter(({ isOfDeck }) => isOfDeck)
    const classes = await usedClasses(this.#server)
    const kitFiles = modules.flatMap(({ file }) => file ?? [])
    // Slides name what they quote when they are made.
    const quoted = Object.keys(data.watchFiles).filter((file) => !file.startsWith(`${userRoot}/`))
    const kept = {
      kit: partOf(kitModules, stampKit(this.#server, kitFiles), kitFiles),
      deck: partOf(deckModules, this.#stampDeck(quoted), quoted),
      asked: modules.map(({ url }) => url),
      classes,
      code: { kit: codeOf(kitModules), deck: codeOf(deckModules) },
    }
    // What was changed meanwhile is in the files, and not in every module.
    if (changes !== this.#changes) return
    writeKept(this.#file, kept)
    this.#isKept = true
  }
}

function partOf(modules: readonly CollectedModule[], stamp: string, files: string[]): KeptPart {
  const urls = modules.filter(({ code }) => code !== undefined).map(({ url }) => url)
  return { stamp, files, urls }
}

function codeOf(modules: readonly CollectedModule[]): string {
  return JSON.stringify(
    modules.flatMap(({ url, code }) => (code === undefined ? [] : [[url, code]])),
  )
}
