const DAY_MS = 24 * 60 * 60 * 1000

/** `09:12:33`; of another day `11-26 09:12`. By the clock of this machine. */
export function formatTime(at: number, now: number): string {
  const time = new Date(at)
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits)
  const isToday = Math.abs(now - at) < DAY_MS && new Date(now).getDate() === time.getDate()
  if (isToday) return clock.join(':')
  const day = `${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`
  return `${day} ${clock.slice(0, 2).join(':')}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
