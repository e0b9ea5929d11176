import { nameText, printable, shortened } from './printable.ts'

const LONGEST_VALUE = 40

/** An emitted event as people read it: `leader term 3`, `apply index 3, value 7`. */
export function eventText(event: string, data: unknown): string {
  const phrases = dataPhrases(data)
  const name = nameText(event)
  return phrases.length === 0 ? name : `${name} ${phrases.join(', ')}`
}

/** What was emitted with an event, one phrase a field: `index 3`, `value 7`. */
export function dataPhrases(data: unknown): readonly string[] {
  if (data === undefined || data === null) return []
  if (typeof data !== 'object' || Array.isArray(data)) return [valueText(data)]
  return Object.entries(data).map(([key, value]) => `${nameText(key)} ${valueText(value)}`)
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' ? nameText(value) : json(value)
  return shortened(printable(text), LONGEST_VALUE)
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
