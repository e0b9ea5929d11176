/** The place of a text on the ring: FNV-1a, and the finaliser of murmur3 to mix it well. */
export function hash(text: string): number {
  let word = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    word = Math.imul(word ^ text.charCodeAt(index), 0x01000193)
  }
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return (word ^ (word >>> 16)) >>> 0
}
