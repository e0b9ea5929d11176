import type { Fault, Probe } from '../page/probe.ts'

/** The red box that Slidev shows where a diagram's source is wrong. */
export function mermaidError(probe: Probe): Fault[] {
  return [...probe.container.querySelectorAll('pre[border*="red"]')].map((box): Fault => {
    const message = (box.textContent ?? '').trim().replaceAll(/\s*\n\s*/g, ' | ')
    return { kind: 'mermaid-error', message, about: message }
  })
}
