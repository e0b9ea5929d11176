/**
 * Runs `speak` in one window of this browser at a time, and only while that window is seen; for as
 * long as the page is there. Slidev keeps the windows of one browser together by itself, so a second
 * way between them could only carry older news; and a browser opens six connections to one server,
 * which forgotten tabs would use up.
 *
 * An address of the local network is no secure context and has no locks: there each window speaks
 * for itself, which on a phone is the only one.
 *
 * @param speak ends when its signal aborts
 */
export async function speaksForBrowser(
  name: string,
  speak: (hidden: AbortSignal) => Promise<void>,
): Promise<never> {
  for (;;) {
    await untilSeen()
    if ('locks' in navigator) await navigator.locks.request(name, () => whileSeen(speak))
    else await whileSeen(speak)
  }
}

async function whileSeen(speak: (hidden: AbortSignal) => Promise<void>): Promise<void> {
  const hidden = new AbortController()
  const look = (): void => {
    if (document.hidden) hidden.abort()
  }
  look()
  document.addEventListener('visibilitychange', look)
  try {
    if (!hidden.signal.aborted) await speak(hidden.signal)
  } finally {
    document.removeEventListener('visibilitychange', look)
  }
}

function untilSeen(): Promise<void> {
  if (!document.hidden) return Promise.resolve()
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden) return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
  })
}
