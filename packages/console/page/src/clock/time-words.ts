const MINUTE_MS = 60_000

/**
 * What is left, as a clock shows it: `12:05`, with hours `1:02:05`. It is rounded up, so that zero is
 * shown only when time is up; from then on it counts what is over: `+0:40`.
 */
export function leftText(ms: number): string {
  if (ms <= -1000) return `+${digits(Math.floor(-ms / 1000))}`
  return digits(Math.max(0, Math.ceil(ms / 1000)))
}

function digits(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = twoDigits(seconds % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${twoDigits(minutes)}:${rest}`
}

/** The time of day where this page is: `09:05`. */
export function clockText(at: number): string {
  const date = new Date(at)
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** A part of a time, as clocks write it: `05`. */
export function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}

/** How long ago something was, in whole minutes: `just now`, `1 min`, `2 h 5 min`. */
export function agoText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS)
  return minutes === 0 ? 'just now' : minutesText(minutes)
}

/** Whole minutes in words: `25 min`, `1 h 5 min`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours === 0 ? '' : `${hours} h`, rest === 0 && hours > 0 ? '' : `${rest} min`]
    .filter((part) => part !== '')
    .join(' ')
}

/** Where the day is beside its plan: `14 min behind`, `on time`. */
export function driftText(minutes: number): string {
  const size = Math.round(Math.abs(minutes))
  if (size === 0) return 'on time'
  return `${minutesText(size)} ${minutes > 0 ? 'behind' : 'ahead'}`
}
