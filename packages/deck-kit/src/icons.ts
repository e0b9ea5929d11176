import type { PillarId } from '@five-pillars/content'

/**
 * One drawing for each pillar: the inside of an `<svg viewBox="0 0 48 48">` whose stroke is
 * `currentColor`. Work: one request spread over three workers. State: a stack of disks. Truth: three
 * copies that agree. Control: a dial with its set point. Intelligence: a loop that learns.
 */
export const pillarIcons: Readonly<Record<PillarId, string>> = {
  work: '<circle cx="8" cy="24" r="4"/><path d="M12 24h8M20 24l10-14M20 24h10M20 24l10 14"/><rect x="31" y="4" width="12" height="11" rx="2"/><rect x="31" y="18.500" width="12" height="11" rx="2"/><rect x="31" y="33" width="12" height="11" rx="2"/>',
  state:
    '<ellipse cx="24" cy="10" rx="15" ry="5"/><path d="M9 10v28c0 2.800 6.700 5 15 5s15-2.200 15-5V10"/><path d="M9 19.500c0 2.800 6.700 5 15 5s15-2.200 15-5M9 29c0 2.800 6.700 5 15 5s15-2.200 15-5"/>',
  truth:
    '<circle cx="24" cy="10" r="6"/><circle cx="9" cy="37" r="6"/><circle cx="39" cy="37" r="6"/><path d="M21 15.500 12 31.500M27 15.500l9 16M15 37h18"/>',
  control:
    '<path d="M8 36a19 19 0 1 1 32 0"/><path d="M24 27 34 15"/><circle cx="24" cy="27" r="3"/><path d="M24 7v4M6.500 23l4 1M41.500 23l-4 1M6 42h36"/>',
  intelligence:
    '<path d="M39 13a18 18 0 1 0 3 11"/><path d="M40 5v9h-9"/><path d="m15 29 6-7 5 4 7-9"/><circle cx="15" cy="29" r="1.500"/>',
}
