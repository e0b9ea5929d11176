import type { Clock } from '@five-pillars/simulator'

export interface DetectorOptions {
  /** A sample is compared with so many samples before it. */
  window: number
  /** A score above this is an anomaly. */
  threshold: number
  /** With fewer samples in the window than this there is nothing to say; from 1 to `window`. */
  minSamples: number
  /** After so many milliseconds it all repeats, as a day does; left out where nothing does. */
  season?: number
}

/** What is said of a sample. */
export interface Verdict {
  /** How far it is from the usual: 0 is in the middle, and there is no end. */
  score: number
  /** Whether that is too far. */
  anomaly: boolean
}

export interface Detector {
  /**
   * Judges a sample, and remembers it.
   *
   * @param at when it was taken, in whole milliseconds from 0 up, later than the one before by any
   *   step; samples may be left out
   * @param x a finite number, or NaN where the sensor gave nothing
   */
  observe(at: number, x: number): Verdict
}

// TODO: part 1 and 2. Compare each sample with the median of those before it.
export function createDetector(_options: DetectorOptions): Detector {
  throw new Error('createDetector is not written yet: start in src/anomaly-detector.ts')
}

/** How one source is now; until its next alert it stays so. */
export interface Alert {
  /** What was measured: a condition of its own. */
  readonly source: string
  /** The service that it belongs to. */
  readonly service: string
  /** Whether it is bad, or good. */
  readonly anomaly: boolean
}

/** What wakes somebody up. */
export interface Page {
  /** A page for a group that opens, or a summary of those that had to wait. */
  readonly kind: 'page' | 'summary'
  /** `clock.now()`. */
  readonly at: number
  /** The group of a page, or the groups of a summary. */
  readonly groups: readonly string[]
}

export interface AlerterOptions {
  /** So long a source must be bad without a break, in whole milliseconds; 1 or more. */
  forMs: number
  /** So long all its sources are good until a group is closed, in whole milliseconds; 1 or more. */
  clearMs: number
  /** The name of the group of an alert. */
  groupBy: (alert: Alert) => string
  /** The most pages and summaries in any hour; 1 or more. */
  maxPerHour: number
}

export interface Alerter {
  feed(alert: Alert): void
  /** Calls a listener with every page from now on. It neither throws nor calls the alerter. */
  onPage(cb: (page: Page) => void): void
}

// TODO: part 3. Page for what lasts, once a group, and not more often than somebody can bear.
export function createAlerter(_options: AlerterOptions, _clock: Clock): Alerter {
  throw new Error('createAlerter is not written yet: it is in src/anomaly-detector.ts')
}
