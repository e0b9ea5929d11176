/** How far light gets in fibre in one millisecond, one way; content's figure `fibre-speed`. */
export const FIBRE_KM_PER_MS = 200

/** Which regions must have the viewer's position before the film begins. */
export type SyncRule = 'nearby' | 'majority' | 'everywhere'

/**
 * What a press of "play" is made of. Three regions keep the position: the one that answers, and two
 * far ones.
 */
export interface RequestSettings {
  /** Round trips before the first question: 0 on a connection kept open, 1 with QUIC, 2 with TCP and TLS 1.3. */
  readonly handshakes: 0 | 1 | 2
  /** There and back between the phone and its network, in ms: radio and home cables. */
  readonly accessMs: number
  /** Between that network and the region that answers, in km. */
  readonly userKm: number
  /** What all machines of the region take together, in ms. */
  readonly workMs: number
  /** What has to arrive before the film begins, in megabits. */
  readonly megabits: number
  /** What the line carries, in megabits a second. */
  readonly lineMbps: number
  /** From the region that answers to the two others, in km. */
  readonly nearRegionKm: number
  readonly farRegionKm: number
  readonly rule: SyncRule
}

/** The numbers that can be set, their bounds and where they begin. */
export const requestRanges = {
  accessMs: { name: 'Phone to its network, there and back', unit: 'ms', min: 1, max: 100, step: 1 },
  userKm: { name: 'From there to the region', unit: 'km', min: 10, max: 20_000, step: 10 },
  workMs: { name: 'The machines of the region', unit: 'ms', min: 1, max: 200, step: 1 },
  megabits: { name: 'Film that must have arrived', unit: 'Mb', min: 1, max: 50, step: 1 },
  lineMbps: { name: 'Line', unit: 'Mb/s', min: 5, max: 1000, step: 5 },
  nearRegionKm: { name: 'Second region', unit: 'km', min: 100, max: 20_000, step: 100 },
  farRegionKm: { name: 'Third region', unit: 'km', min: 100, max: 20_000, step: 100 },
} as const

export type RequestRange = keyof typeof requestRanges

/** A good day at home, near Frankfurt; the other regions are Virginia and Sydney. */
export const usualRequest: RequestSettings = {
  handshakes: 2,
  accessMs: 20,
  userKm: 300,
  workMs: 15,
  megabits: 5,
  lineMbps: 100,
  nearRegionKm: 6500,
  farRegionKm: 16_500,
  rule: 'everywhere',
}

/** One part of the wait, and by what it is bound. */
export interface RequestPart {
  readonly id: 'connect' | 'ask' | 'work' | 'arrive' | 'sync'
  readonly name: string
  readonly ms: number
  /** The sum behind it. */
  readonly sum: string
  /** Bound by distance or by the line: no better program makes it shorter. */
  readonly isPhysics: boolean
}

/** The least that a message of no size takes there and back through fibre, in ms. */
export function roundTripMs(km: number): number {
  return (2 * km) / FIBRE_KM_PER_MS
}

/** How far away something may be that is asked within so many ms; 0 where no time is left. */
export function reachKm(ms: number): number {
  return Math.max(0, (ms / 2) * FIBRE_KM_PER_MS)
}

/** The parts of the wait one after the other, each as short as physics allows. */
export function requestParts(settings: RequestSettings): readonly RequestPart[] {
  const { handshakes, accessMs, userKm, workMs, megabits, lineMbps } = settings
  const trip = accessMs + roundTripMs(userKm)
  return [
    {
      id: 'connect',
      name: 'Connect',
      ms: handshakes * trip,
      sum: `${handshakes} × (${accessMs} ms + ${tripSum(userKm)})`,
      isPhysics: true,
    },
    {
      id: 'ask',
      name: 'Ask and be answered',
      ms: trip,
      sum: `${accessMs} ms + ${tripSum(userKm)}`,
      isPhysics: true,
    },
    { id: 'work', name: 'Work', ms: workMs, sum: `${workMs} ms, given`, isPhysics: false },
    {
      id: 'arrive',
      name: 'The first of the film',
      ms: (megabits / lineMbps) * 1000,
      sum: `${megabits} Mb ÷ ${lineMbps} Mb/s`,
      isPhysics: true,
    },
    {
      id: 'sync',
      name: 'Tell the other regions',
      ms: syncMs(settings),
      sum: syncSum(settings),
      isPhysics: true,
    },
  ]
}

/** How long the film waits for other regions: for none, for the nearer one, or for both. */
export function syncMs({ rule, nearRegionKm, farRegionKm }: RequestSettings): number {
  switch (rule) {
    case 'nearby':
      return 0
    case 'majority':
      return roundTripMs(Math.min(nearRegionKm, farRegionKm))
    case 'everywhere':
      return roundTripMs(Math.max(nearRegionKm, farRegionKm))
  }
}

function syncSum({ rule, nearRegionKm, farRegionKm }: RequestSettings): string {
  switch (rule) {
    case 'nearby':
      return 'not waited for'
    case 'majority':
      return `${tripSum(Math.min(nearRegionKm, farRegionKm))}, the nearer one`
    case 'everywhere':
      return `${tripSum(Math.max(nearRegionKm, farRegionKm))}, the farther one`
  }
}

function tripSum(km: number): string {
  return `2 × ${withThousands(km)} km ÷ ${FIBRE_KM_PER_MS} km/ms`
}

/** By hand: a formatter of the platform takes longer than all the rest. */
function withThousands(km: number): string {
  return String(Math.round(km)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/** From the press to the film, in ms. */
export function requestMs(settings: RequestSettings): number {
  return requestParts(settings).reduce((sum, { ms }) => sum + ms, 0)
}
