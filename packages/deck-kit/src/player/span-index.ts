/** Something that is there from `from` up to, but not including, `until`. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** Answers what is there at a time without looking at all that ever was. */
export interface SpanIndex<S extends Span> {
  readonly spans: readonly S[]
  readonly bucketMs: number
  readonly buckets: readonly (readonly S[])[]
}

/** Few enough that a very long span is not listed in thousands of them. */
const MOST_BUCKETS = 4096
const SPANS_PER_BUCKET = 4

/** Cuts the time of a run into buckets, each with the spans that touch it. */
export function indexSpans<S extends Span>(spans: readonly S[], endMs: number): SpanIndex<S> {
  const count = Math.min(MOST_BUCKETS, Math.max(1, Math.ceil(spans.length / SPANS_PER_BUCKET)))
  const bucketMs = Math.max(endMs, 1) / count
  const buckets = Array.from({ length: count }, (): S[] => [])
  for (const span of spans) {
    const last = bucketOf(span.until, bucketMs, count)
    for (let no = bucketOf(span.from, bucketMs, count); no <= last; no += 1) buckets[no]?.push(span)
  }
  return { spans, bucketMs, buckets }
}

/** The spans that are there at a time, in the order in which they were given. */
export function spansAt<S extends Span>(index: SpanIndex<S>, at: number): S[] {
  const bucket = index.buckets[bucketOf(at, index.bucketMs, index.buckets.length)] ?? []
  return bucket.filter((span) => span.from <= at && at < span.until)
}

/** Times before the first and after the last bucket belong to that one. */
function bucketOf(at: number, bucketMs: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(at / bucketMs)))
}
