const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * RFC 4648, section 5, without padding. By hand, because an isolate has neither `btoa` nor
 * `Buffer`.
 *
 * @param ascii text of characters below 128
 */
export function toBase64url(ascii: string): string {
  let text = ''
  for (let place = 0; place < ascii.length; place += 3) {
    const left = ascii.length - place
    const word =
      (ascii.charCodeAt(place) << 16) |
      ((left > 1 ? ascii.charCodeAt(place + 1) : 0) << 8) |
      (left > 2 ? ascii.charCodeAt(place + 2) : 0)
    for (let sextet = 0; sextet < Math.min(4, left + 1); sextet++) {
      text += ALPHABET.charAt((word >> (18 - 6 * sextet)) & 63)
    }
  }
  return text
}

/** Null when the text has a character that base64url has not, or a length that it cannot have. */
export function fromBase64url(text: string): string | null {
  if (text.length % 4 === 1) return null
  let ascii = ''
  let word = 0
  let bits = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value === -1) return null
    word = ((word << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      ascii += String.fromCharCode((word >> bits) & 0xff)
    }
  }
  return ascii
}
