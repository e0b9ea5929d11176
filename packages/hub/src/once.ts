/** Does something when it is first asked for, and keeps what came of it. */
export function once<Result>(start: () => Promise<Result>): () => Promise<Result> {
  let started: Promise<Result> | undefined
  return () => (started ??= start())
}
