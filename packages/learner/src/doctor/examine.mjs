import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'

import { lookAtClock, lookAtRoom, lookAtSpeed, lookAtWriting } from './look/at-disk.mjs'
import { lookAtConsole } from './look/at-console.mjs'
import { lookAtKit } from './look/at-kit.mjs'
import { lookAtBrowser, lookAtPackages, lookAtPort } from './look/at-network.mjs'
import { lookAtPlace } from './look/at-place.mjs'
import { lookAtNode, lookAtSystem, lookAtTerminal } from './look/at-system.mjs'
import { lookAtWatcher } from './look/at-watcher.mjs'
import { LOOKS } from './outcomes.mjs'

/**
 * @typedef {object} Finding
 * @property {import('./outcomes.mjs').Look} look
 * @property {import('./outcomes.mjs').Outcome} outcome
 * @property {string} [detail] what is true of this machine only; never shared
 */

/**
 * Everything that is looked at, in the order in which it is told.
 *
 * @param {import('./machine.mjs').Machine} machine
 * @param {import('./look/at-kit.mjs').KitState & { isSetUp: boolean, platforms: readonly string[], asksRegistry: () => boolean, version: string }} kit
 * @returns {Promise<Finding[]>}
 */
export async function examine(machine, kit) {
  const scratch = scratchIn(machine.root)
  try {
    const found = {
      node: lookAtNode(machine),
      system: lookAtSystem(machine),
      kit: lookAtKit(kit),
      place: lookAtPlace(machine),
      write: lookAtWriting(machine, scratch),
      disk: lookAtRoom(machine),
      speed: lookAtSpeed(scratch),
      watcher: await lookAtWatcher(scratch),
      port: await lookAtPort(),
      browser: lookAtBrowser(machine),
      clock: lookAtClock(machine, scratch),
      packages: lookAtPackages(machine, kit),
      terminal: lookAtTerminal(machine),
      console: await lookAtConsole(machine, kit),
    }
    return LOOKS.map((look) => findingOf(look, found[look.id]))
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true })
  }
}

/** @returns {string | undefined} */
function scratchIn(root) {
  try {
    return mkdtempSync(path.join(root, '.doctor-'))
  } catch {
    return undefined
  }
}

/**
 * @param {import('./outcomes.mjs').Look} look
 * @param {{ outcome: string, detail?: string }} found
 * @returns {Finding}
 */
export function findingOf(look, { outcome: id, detail }) {
  const outcome = look.outcomes.find((one) => one.id === id)
  if (outcome === undefined) throw new Error(`${look.id} cannot come to "${id}"`)
  return { look, outcome, detail }
}
