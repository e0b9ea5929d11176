/**
 * Vitest and chai take some globals for granted that a realm with the language alone has not. Nothing
 * ever waits here: what is not done when all promises have settled never will be, and the limits are
 * kept by the process around the isolate.
 */
function never(): number {
  return 0
}

/** Chai tells its plugins about itself; there are none. */
class Silent {
  readonly aborted = false
  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true
  }
}

/** Vitest makes one for each test; nothing here is ever aborted. */
class NeverAborted {
  readonly signal = new Silent()
  abort(): void {}
}

Object.assign(globalThis, {
  setTimeout: never,
  setInterval: never,
  setImmediate: never,
  clearTimeout: never,
  clearInterval: never,
  clearImmediate: never,
  performance: { now: () => Date.now() },
  EventTarget: Silent,
  Event: Silent,
  AbortController: NeverAborted,
  TextDecoder: Silent,
  TextEncoder: Silent,
})
