import type { Fault, Probe } from '../page/probe.ts'

/** A slide as it opens may wait for its first click; one that shows nothing at all is broken. */
export function emptySlide(probe: Probe): Fault[] {
  const slide = probe.container.querySelector('[data-slidev-no]') ?? probe.container
  const content = 'img, svg, canvas, video, iframe, object, table, hr, [style*="background"]'
  if (slide.textContent?.trim() !== '' || slide.querySelector(content) !== null) return []
  return [{ kind: 'empty-slide', message: 'the slide shows nothing', about: '' }]
}
