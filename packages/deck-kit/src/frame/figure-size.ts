/** Width that the value may take on the sheet, and how wide a sign of the font is, in ems. */
const WIDTH = 840
const SIGN_EMS = 0.58
const LARGEST = 190

/** Size in pixels at which a value fits on one line. */
export function figureSize(value: string): number {
  return Math.min(LARGEST, Math.floor(WIDTH / (value.length * SIGN_EMS)))
}
