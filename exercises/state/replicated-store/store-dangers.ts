import type { Danger } from '@five-pillars/simulator'

/** A leader that was cut off goes on, and does not know that there is another one. */
export const earlierLeaders: Danger = {
  text: 'a leader of an earlier epoch speaks',
  watch() {
    let newest = 0
    let count = 0
    return {
      send({ msg }) {
        const epoch = appendEpoch(msg)
        if (epoch === undefined) return null
        if (epoch < newest) count++
        newest = Math.max(newest, epoch)
        return null
      },
      count: () => count,
    }
  },
}

/** A leader that came back is asked to write, and somebody else leads already. */
export const lateLeaders: Danger = {
  text: 'an acknowledgement while a newer leader is on its way',
  watch() {
    let fenced = 0
    let leading = 0
    let count = 0
    return {
      send({ msg }) {
        if (typeof msg === 'object' && msg !== null && 't' in msg && msg.t === 'Fence') {
          fenced = Math.max(fenced, 'epoch' in msg ? Number(msg.epoch) : 0)
        }
        return null
      },
      emit({ event, data }) {
        if (event === 'leader' && typeof data === 'object' && data !== null && 'epoch' in data) {
          leading = Math.max(leading, Number(data.epoch))
        }
        if (event === 'acked' && fenced > leading) count++
        return null
      },
      count: () => count,
    }
  },
}

function appendEpoch(msg: unknown): number | undefined {
  if (typeof msg !== 'object' || msg === null || !('t' in msg) || msg.t !== 'Append')
    return undefined
  return 'epoch' in msg ? Number(msg.epoch) : undefined
}
