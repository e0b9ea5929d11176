/** Evaluated in the suite's realm, with the shop of a game day: plays a day with foreign parts. */
// First, since the others may ask for timers as they load.
// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does
import './absent-globals.ts'

import type { Played } from '../../game-day/played.ts'
import type { GameDayTask } from '../../run/task.ts'
import { openBorder } from './open-border.ts'

interface ShopModule {
  readonly gameDay: (subject: unknown, options: GameDayTask) => Promise<Played>
}

/** Opens the border and makes the shop ready to be opened. */
export function prepareGameDay({ gameDay }: ShopModule): void {
  const realm = globalThis.fivePillars
  const { exportsOf, reporter } = openBorder()

  realm.run = (namespace, task) => {
    if (task.kind !== 'game-day') throw new Error(`a shop cannot do this: ${task.kind}`)
    void play(exportsOf(namespace), task)
  }

  async function play(subject: unknown, task: GameDayTask): Promise<void> {
    reporter.report({ kind: 'played', played: await gameDay(subject, task) })
  }
}
