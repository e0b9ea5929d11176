/** 300,000 → 300 s; 300,001 → 300,001 ms. */
export function durationText(ms: number): string {
  if (Number.isNaN(ms)) throw new Error('sentinel-autoscaler-duration-text.ts: no time')
  const isWhole = ms % 1000 === 0
  return isWhole ? `${(ms / 1000).toLocaleString('en-US')} s` : `${ms.toLocaleString('en-US')} ms`
}
