/**
 * Mermaid's drawing as the slides want it: without a fixed size, since the slide decides; without
 * Mermaid's own notes and unused symbols; with coordinates to the hundredth.
 */
export function cleanSvg(svg: string): string {
  return withOwnSize(svg)
    .replaceAll(/<symbol [\s\S]*?<\/symbol>/g, (symbol) => (isUsed(symbol, svg) ? symbol : ''))
    .replaceAll(/ data-[\w-]+="[^"]*"/g, '')
    .replaceAll(/="[^"]*\d\.\d{3}[^"]*"/g, (attribute) =>
      attribute.replaceAll(
        /-?\d+\.\d{3,}/g,
        (number) => `${Math.round(Number(number) * 100) / 100}`,
      ),
    )
}

/** Width and height of the view instead of Mermaid's maximum, which would stop it from growing. */
function withOwnSize(svg: string): string {
  const [, width = '0', height = '0'] =
    /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return svg.replace(/^<svg[^>]*>/, (tag) => {
    const bare = tag.replaceAll(/ (?:width|height|style)="[^"]*"/g, '')
    return bare.replace('<svg', `<svg width="${Math.ceil(+width)}" height="${Math.ceil(+height)}"`)
  })
}

function isUsed(symbol: string, svg: string): boolean {
  const id = /id="([^"]+)"/.exec(symbol)?.[1] ?? ''
  return svg.includes(`"#${id}"`) || svg.includes(`(#${id})`)
}
