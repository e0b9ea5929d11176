/** Aborts when this process is asked to end: by a closed terminal, or a termination signal. */
export function interruption(): AbortController {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => asked.abort())
  }
  return asked
}
