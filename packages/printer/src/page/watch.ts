// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
/** What a page tells of itself while it runs, in the order in which it happened. */
export type PageEvent =
  | { kind: 'foreign-request'; url: string }
  | { kind: 'component-error'; message: string; slide: number | null; click: number | null }

declare global {
  interface Window {
    fivePillarsEvents: PageEvent[]
  }
}

/**
 * Runs in the page before anything else. Requests that the policy refused are noted, and errors
 * that Vue catches are noted with the slide and click they happened in: the print page hands these
 * to each of its slides as the property `nav`, which the ancestors of the broken component hold.
 */
export function watchPage(): void {
  const events: PageEvent[] = []
  window.fivePillarsEvents = events
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    events.push({ kind: 'foreign-request', url: blockedURI })
  })
  const get = (from: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
      from,
    )
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
  const onError = (error: unknown, component: unknown): void => {
    let instance = get(component, '$')
    while (get(instance, 'parent') && get(instance, 'props', 'nav') === undefined) {
      instance = get(instance, 'parent')
    }
    const nav = get(instance, 'props', 'nav')
    events.push({
      kind: 'component-error',
      message: error instanceof Error ? error.message : String(error),
      slide: number(get(nav, 'currentSlideRoute', 'value', 'no')),
      click: number(get(nav, 'clicks', 'value')),
    })
  }
  // Vue leaves its application on the element it is mounted to, before the slides are.
  const mounted = new WeakMap<Element, unknown>()
  Object.defineProperty(Element.prototype, '__vue_app__', {
    configurable: true,
    get(this: Element) {
      return mounted.get(this)
    },
    set(this: Element, app: unknown) {
      mounted.set(this, app)
      const config = get(app, 'config')
      if (typeof config === 'object' && config !== null) {
        Reflect.set(config, 'errorHandler', onError)
      }
    },
  })
}
