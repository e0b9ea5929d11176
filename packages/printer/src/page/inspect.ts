import type { Page } from 'playwright'

import { rules } from '../rules/rules.ts'
import { colourTools } from './colours.ts'
import type { Fault } from './probe.ts'
import { probeSlide } from './probe.ts'

export interface StateFault extends Fault {
  /** The container's id: `002-16` is slide 2 after 15 clicks. */
  state: string
}

/** Runs all rules over all click states in the page, in one go. */
export async function inspectPage(page: Page): Promise<StateFault[]> {
  const faults: StateFault[] = await page.evaluate(`(() => {
    const probeSlide = ${probeSlide.toString()}
    const colours = (${colourTools.toString()})()
    const rules = [${rules.map(String).join(',')}]
    return [...document.querySelectorAll('.print-slide-container')].flatMap((container) => {
      const probe = probeSlide(container, colours)
      return rules.flatMap((rule) => rule(probe).map((fault) => ({ ...fault, state: container.id })))
    })
  })()`)
  return faults
}
