const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const

export type Style = Record<keyof typeof codes, (text: string) => string>

/** Marks for a terminal; without colour the text stays as it is. */
export function styleFor(color: boolean): Style {
  const mark =
    (name: keyof typeof codes) =>
    (text: string): string =>
      color ? `\u001b[${codes[name]}m${text}\u001b[0m` : text
  return {
    bold: mark('bold'),
    dim: mark('dim'),
    red: mark('red'),
    green: mark('green'),
    yellow: mark('yellow'),
  }
}
