/** Enough of a name to find it in a list. */
const LONGEST = 24

/**
 * A name for a learner's files that every system takes: no path, no device and no blank is in it. The
 * number makes two of the same name two files.
 */
export function fileName(nickname: string, index: number): string {
  const plain = nickname
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/gu, '')
  const number = String(index + 1).padStart(3, '0')
  return plain === '' ? number : `${number}-${plain}`
}
