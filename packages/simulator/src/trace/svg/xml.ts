import { printable } from '../printable.ts'

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Text for the inside of an element or of a quoted attribute. */
export function xml(text: string): string {
  return printable(text).replaceAll(/[&<>"]/g, (each) => ENTITIES.get(each) ?? each)
}

/** A coordinate with one decimal, which is finer than a screen. */
export function num(value: number): string {
  return String(Number(value.toFixed(1)) + 0)
}

/** A straight line as path data. */
export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`
}

/** A cross as path data, whose arms reach `arm` to each side. */
export function cross(x: number, y: number, arm: number): string {
  return line(x - arm, y - arm, x + arm, y + arm) + line(x - arm, y + arm, x + arm, y - arm)
}
