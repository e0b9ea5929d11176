/** The address of a page, from the root as everywhere, as this page has to write it. */
export function address(fromRoot: `/${string}`): string {
  return `${document.documentElement.dataset['root'] ?? './'}${fromRoot.slice(1)}`
}
