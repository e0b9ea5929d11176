/**
 * Runs jobs in the order in which they are given, never more than `count` at a time.
 *
 * @returns takes a job; resolves to its result when it has had its turn
 */
export function lanes(count: number): <Result>(job: () => Promise<Result>) => Promise<Result> {
  let free = count
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => void waiting.push(resolve))
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      // The lane is handed on as it is, so that nobody overtakes.
      if (next === undefined) free += 1
      else next()
    }
  }
}
