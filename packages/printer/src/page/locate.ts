// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
/**
 * Runs inside the page: the first click state whose elements name each address, in an attribute or
 * as a background; null where none does.
 */
export function locateAddresses(addresses: string[]): (string | null)[] {
  const ATTRIBUTES = ['src', 'href', 'xlink:href', 'srcset', 'poster', 'data', 'style']
  const matches = (element: Element, address: string): boolean => {
    const absolute = (text: string): string => {
      try {
        return new URL(text, document.baseURI).href
      } catch {
        return text
      }
    }
    const values = ATTRIBUTES.map((name) => element.getAttribute(name) ?? '')
    if (values.some((value) => value.includes(address) || absolute(value) === address)) return true
    return ['', '::before', '::after'].some((pseudo) => {
      const style = getComputedStyle(element, pseudo)
      return `${style.backgroundImage} ${style.maskImage} ${style.content}`.includes(address)
    })
  }
  const containers = [...document.querySelectorAll('.print-slide-container')]
  return addresses.map((address) => {
    const holds = (container: Element): boolean =>
      [...container.querySelectorAll('*')].some((element) => matches(element, address))
    return containers.find(holds)?.id ?? null
  })
}
