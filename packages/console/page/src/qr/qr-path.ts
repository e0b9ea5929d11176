import { create } from 'qrcode'

/** A QR code as one path in a square of `size` units; its quiet zone is inside. */
export interface QrDrawing {
  readonly size: number
  readonly path: string
}

/** What every reader wants around a code, in modules: ISO/IEC 18004, section 6.3.8. */
const QUIET = 4

/** Draws a text, such as an address, as a QR code; rows of dark modules are single strokes of it. */
export function qrDrawing(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0
    while (column < modules.size) {
      let length = 0
      while (column + length < modules.size && modules.get(row, column + length) === 1) length += 1
      if (length > 0) path += `M${column + QUIET} ${row + QUIET}h${length}v1h-${length}z`
      column += length + 1
    }
  }
  return { size: modules.size + 2 * QUIET, path }
}
