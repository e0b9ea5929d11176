/**
 * Mermaid's drawing without a size of its own: the slide decides, up to the size at which its text
 * is as large as drawn. Its fixed maximum would stop it from growing.
 */
export function cleanSvg(svg: string): string {
  const [, width = '0', height = '0'] =
    /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return svg.replace(/^<svg[^>]*>/, (tag) => {
    const bare = tag.replaceAll(/ (?:width|height|style)="[^"]*"/g, '')
    return bare.replace('<svg', `<svg width="${round(width)}" height="${round(height)}"`)
  })
}

function round(value: string): number {
  return Math.ceil(Number(value))
}
