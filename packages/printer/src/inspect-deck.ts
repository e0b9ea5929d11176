import type { Finding, Scheme } from './finding.ts'
import type { OpenDeck } from './open-deck.ts'
import type { AxeRules } from './page/axe.ts'
import { inspectWithAxe } from './page/axe.ts'
import { inspectPage } from './page/inspect.ts'
import { locateAddresses } from './page/locate.ts'
import { placeOf } from './page/states.ts'
import type { PageEvent } from './page/watch.ts'

/** Everything that is wrong with an open deck, each fault once, at its first click state. */
export async function inspectDeck(
  deck: OpenDeck,
  options: { scheme: Scheme; axe: AxeRules },
): Promise<Finding[]> {
  const faults = [
    ...(await inspectPage(deck.page)),
    ...(await inspectWithAxe(deck.page, options.axe)),
  ]
  const { scheme } = options
  const seen = faults.map((fault): Told => {
    const { kind, message, about } = fault
    return { ...placeOf(fault.state), scheme, kind, message, about, deck: deck.id }
  })
  return firstOfEach([...seen, ...(await told(deck, scheme))]).toSorted(byPlace)
}

type Told = Finding & { about: string }

/** What the page, the console and the network told since the deck was opened. */
async function told(deck: OpenDeck, scheme: Scheme): Promise<Told[]> {
  const nowhere = { deck: deck.id, scheme, slide: null, click: null }
  const events: PageEvent[] = await deck.page.evaluate(() => window.fivePillarsEvents)
  const errors = events.filter((event) => event.kind === 'component-error')
  const refused = events.filter((event) => event.kind === 'foreign-request')
  const foreign = [...new Set([...refused.map(({ url }) => url), ...deck.log.foreign])]
  const failed = [...new Set(deck.log.failed)].filter((url) => !foreign.includes(url))
  const places = await deck.page.evaluate(locateAddresses, [...foreign, ...failed])
  return [
    ...errors.map(({ kind, message, slide, click }): Told => {
      return { ...nowhere, slide, click, kind, message, about: message }
    }),
    ...foreign.map((url, index): Told => {
      const place = placeOf(places[index] ?? '')
      return { ...nowhere, ...place, kind: 'foreign-request', message: url, about: url }
    }),
    ...failed.map((url, index): Told => {
      const place = placeOf(places[foreign.length + index] ?? '')
      const message = decodeURIComponent(new URL(url).pathname)
      return { ...nowhere, ...place, kind: 'failed-request', message, about: url }
    }),
    ...deck.log.console.filter(isNews).map((message): Told => {
      return { ...nowhere, kind: 'console-error', message, about: message }
    }),
  ]
}

/** The console repeats what the network and the policy have told already. */
function isNews(message: string): boolean {
  return !/^Failed to load resource|Content Security Policy/.test(message)
}

/** A fault that stays over several clicks is reported once; so is an image that did not come. */
function firstOfEach(all: readonly Told[]): Finding[] {
  const seen = new Set<string>()
  const addresses = (kind: Finding['kind']): Set<string> =>
    new Set(all.filter((each) => each.kind === kind).map(({ about }) => about))
  const foreign = addresses('foreign-request')
  const missing = addresses('missing-image')
  return all.flatMap(({ about, ...finding }) => {
    const key = [finding.slide, finding.kind, about].join('\n')
    const isKnown =
      seen.has(key) ||
      (finding.kind === 'missing-image' && foreign.has(about)) ||
      (finding.kind === 'failed-request' && missing.has(about))
    seen.add(key)
    return isKnown ? [] : [finding]
  })
}

function byPlace(a: Finding, b: Finding): number {
  return (a.slide ?? 0) - (b.slide ?? 0) || (a.click ?? 0) - (b.click ?? 0)
}
