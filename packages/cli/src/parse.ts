import { InvalidArgumentError } from 'commander'

/** Reads a whole number that is not negative; anything else is an error of the command line. */
export function wholeNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is not a whole number.')
}

const LARGEST_PORT = 65_535

/** Reads a TCP port; 0 asks the system for a free one. */
export function portNumber(text: string): number {
  const port = wholeNumber(text)
  if (port <= LARGEST_PORT) return port
  throw new InvalidArgumentError(`A port is at most ${LARGEST_PORT}.`)
}

/** Reads a number of minutes, whole or not, more than none. */
export function minuteNumber(text: string): number {
  if (/^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  throw new InvalidArgumentError('It is not a number of minutes.')
}
