// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
import type { Fault, Probe } from '../page/probe.ts'

/** A component that does not exist ends up in the page as an element of its name, and is empty. */
export function unknownElement(probe: Probe): Fault[] {
  const isUnknown = (element: Element): boolean =>
    element instanceof HTMLUnknownElement ||
    (element instanceof HTMLElement &&
      element.localName.includes('-') &&
      customElements.get(element.localName) === undefined)
  return [...probe.container.querySelectorAll('*')].filter(isUnknown).map((element): Fault => {
    const name = `<${element.localName}>`
    return {
      kind: 'unknown-element',
      message: `${name} is neither HTML nor a component`,
      about: name,
    }
  })
}
