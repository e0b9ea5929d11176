/** One column of the five, standing on y = 0: plinth, shaft, capital, in units of its width of 60. */
export function columnPath(height: number): { outline: string; flutes: string } {
  const cap = 9
  const shaft = height - 2 * cap
  const outline = [
    `M0 0h60v${-cap}h-60z`,
    `M8 ${-cap}v${-shaft}h44v${shaft}z`,
    `M0 ${-height}h60v${cap}h-60z`,
  ].join('')
  const flutes = [20, 30, 40].map((x) => `M${x} ${-cap - 10}v${-(shaft - 20)}`).join('')
  return { outline, flutes }
}
