// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.

/** Parts from 0 to 255, and the share that covers what lies below. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

export interface Colours {
  /** Any colour of CSS; a pattern and `none` cover nothing. */
  of: (css: string) => Colour
  faded: (colour: Colour, share: number) => Colour
  /** The colour that is seen where one lies over an opaque one. */
  over: (colour: Colour, below: Colour) => Colour
  /** The contrast of two opaque colours, from 1 to 21, as WCAG 2.2 defines it. */
  contrast: (a: Colour, b: Colour) => number
}

/** Runs inside the page. */
export function colourTools(): Colours {
  const MOST = 255
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const known = new Map<string, Colour>()
  const read = (css: string): Colour => {
    if (canvas === null || css === 'none' || css.startsWith('url(')) return [0, 0, 0, 0]
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / MOST]
  }
  const linear = (value: number): number => {
    const share = value / MOST
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const light = ([red, green, blue]: Colour): number =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  return {
    of: (css) => {
      const colour = known.get(css) ?? read(css)
      known.set(css, colour)
      return colour
    },
    faded: ([red, green, blue, alpha], share) => [red, green, blue, alpha * share],
    over: ([r, g, b, alpha], [red, green, blue]) => {
      const mix = (top: number, below: number): number => top * alpha + below * (1 - alpha)
      return [mix(r, red), mix(g, green), mix(b, blue), 1]
    },
    contrast: (a, b) => {
      const [dark = 0, bright = 0] = [light(a), light(b)].toSorted((x, y) => x - y)
      return (bright + 0.05) / (dark + 0.05)
    },
  }
}
