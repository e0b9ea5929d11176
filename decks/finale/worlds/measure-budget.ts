import { budget, onePress } from './budget.ts'
import type { Rule } from './budget.ts'

export interface Pressed {
  /** From the press of the button to the first picture, in virtual milliseconds. */
  readonly waitMs: number
  /** When the last region knew the position, counted from the press. */
  readonly knownMs: number
}

export function measureBudget(): Record<Rule, Pressed> {
  return {
    everywhere: pressed('everywhere'),
    majority: pressed('majority'),
    nearby: pressed('nearby'),
  }
}

function pressed(rule: Rule): Pressed {
  const { history, emitted } = budget(rule).run(onePress)
  const [play] = history
  if (play?.outcome !== 'ok' || play.returnedAt === null) throw new Error('the film never began')
  const known = emitted.filter(({ event }) => event === 'knows').map(({ at }) => at)
  return {
    waitMs: play.returnedAt - play.invokedAt,
    knownMs: Math.max(...known) - play.invokedAt,
  }
}
