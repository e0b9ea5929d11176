import { FIBRE_KM_PER_MS, requestParts, requestRanges } from './request.ts'
import type { RequestPart, RequestRange, RequestSettings } from './request.ts'

/**
 * Makes a part of the wait as long as it was dragged, by the number behind it: a distance, the
 * work, how much of the film. It stops at that number's bounds: no distance is below the shortest
 * one, so no part goes below what physics leaves of it. A part that is not waited for stays so.
 */
export function dragPart(
  settings: RequestSettings,
  id: RequestPart['id'],
  ms: number,
): RequestSettings {
  const by = ms - (requestParts(settings).find((part) => part.id === id)?.ms ?? 0)
  switch (id) {
    case 'connect':
      return settings.handshakes === 0
        ? settings
        : moved(settings, 'userKm', kmOf(by / settings.handshakes))
    case 'ask':
      return moved(settings, 'userKm', kmOf(by))
    case 'work':
      return moved(settings, 'workMs', by)
    case 'arrive':
      return moved(settings, 'megabits', (by * settings.lineMbps) / 1000)
    case 'sync':
      return dragRegion(settings, kmOf(by))
  }
}

/** The region that is waited for; the other one makes way, or it would be waited for instead. */
function dragRegion(settings: RequestSettings, byKm: number): RequestSettings {
  const { rule, nearRegionKm, farRegionKm } = settings
  if (rule === 'nearby') return settings
  const isNearer = nearRegionKm <= farRegionKm
  const waitedFor = (rule === 'majority') === isNearer ? 'nearRegionKm' : 'farRegionKm'
  const other = waitedFor === 'nearRegionKm' ? 'farRegionKm' : 'nearRegionKm'
  const after = moved(settings, waitedFor, byKm)
  const clear = rule === 'majority' ? Math.max : Math.min
  return { ...after, [other]: clear(after[other], after[waitedFor]) }
}

function moved(settings: RequestSettings, name: RequestRange, by: number): RequestSettings {
  const { min, max, step } = requestRanges[name]
  const steps = Math.round((settings[name] + by - min) / step)
  return { ...settings, [name]: Math.min(max, Math.max(min, min + steps * step)) }
}

/** How much longer a way has to be for so much longer a round trip. */
function kmOf(ms: number): number {
  return (ms / 2) * FIBRE_KM_PER_MS
}
