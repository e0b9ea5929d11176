import type { Fault, Probe } from '../page/probe.ts'

/** A picture that was asked for and did not come, or is no picture. */
export function missingImage(probe: Probe): Fault[] {
  return probe.elements.flatMap((image): Fault[] => {
    if (!(image instanceof HTMLImageElement) || image.currentSrc === '') return []
    if (!image.complete || image.naturalWidth > 0) return []
    const file = image.getAttribute('src') ?? image.currentSrc
    return [{ kind: 'missing-image', message: `${file} does not load`, about: image.currentSrc }]
  })
}
