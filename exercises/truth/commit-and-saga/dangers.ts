import type { Danger, NodeId } from '@five-pillars/simulator'

import { textIn } from './fields.ts'

/** The coordinator is gone, and somebody has given it his word. */
export const inDoubt: Danger = {
  text: 'the desk crashes while somebody is prepared',
  watch() {
    const prepared = new Set<string>()
    let count = 0
    return {
      emit({ event, node, data }) {
        const place = `${node} ${textIn(data, 'tx')}`
        if (event === 'prepared') prepared.add(place)
        if (event === 'commits' || event === 'aborts') prepared.delete(place)
        return null
      },
      disturb({ what, node }) {
        if (what === 'crash' && node === DESK && prepared.size > 0) count++
      },
      count: () => count,
    }
  },
}

const DESK: NodeId = 'desk'
