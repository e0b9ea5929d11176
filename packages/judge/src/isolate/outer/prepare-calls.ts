/** Evaluated in the suite's realm, without any suite: makes the calls of a token again. */
// First, since the others may ask for timers as they load.
// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does
import './absent-globals.ts'

import type { Step } from '../../replay/recorded-calls.ts'
import { Player } from './calls/player.ts'
import { openBorder } from './open-border.ts'

const realm = globalThis.fivePillars
const { exportsOf, reporter, connection } = openBorder()

realm.run = (namespace, task) => {
  if (task.kind !== 'calls') throw new Error(`calls alone can be made: ${task.kind}`)
  void play(exportsOf(namespace), task.steps)
}

async function play(
  exports: Readonly<Record<PropertyKey, unknown>>,
  steps: readonly Step[],
): Promise<void> {
  const { standsFor } = connection.inner
  const player = new Player(exports, (value) => standsFor(value), steps)
  reporter.report({ kind: 'called', called: await player.play(steps) })
}
