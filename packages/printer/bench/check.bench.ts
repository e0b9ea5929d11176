import { checkDecks } from '../src/index.ts'
import { builtDecks } from './bench-decks.ts'

/** The best of these counts: a busy machine makes a run slower, never faster. */
const ROUNDS = 3

/** What checking one click state of the kit's decks takes, the start of the browser left out. */
export async function bench(): Promise<void> {
  const withAxe = await measure(true)
  const without = await measure(false)
  console.log(`${withAxe.states} click states, each in light and dark`)
  console.log(`  with axe     ${withAxe.ms.toFixed(1)} ms a state (at most 100)`)
  console.log(`  without axe  ${without.ms.toFixed(1)} ms a state`)
}

async function measure(axe: boolean): Promise<{ states: number; ms: number }> {
  const decks = builtDecks()
  const runs: number[] = []
  let states = 0
  while (runs.length < ROUNDS) {
    let launched = 0
    const report = await checkDecks({
      decks,
      prefer: 'packaged',
      axe,
      onProgress: () => {
        launched ||= performance.now()
      },
    })
    states = report.decks.reduce((sum, deck) => sum + deck.states.length, 0)
    runs.push((performance.now() - launched) / states)
  }
  return { states, ms: Math.min(...runs) }
}
