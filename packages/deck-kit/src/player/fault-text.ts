import type { Fault, Target } from '@five-pillars/simulator'

/**
 * A fault in a few words: `partition a b | c d e`.
 *
 * @param struck the node that was hit, where the fault names it only by what it did
 */
export function faultText(what: Fault, struck?: string): string {
  const name = (target: Target): string => nameOf(target, struck)
  const { kind } = what
  switch (what.kind) {
    case 'crash':
      return `crash ${name(what.node)}${what.disk === 'torn' ? ', its last write torn' : ''}`
    case 'pause':
    case 'isolate':
      return `${what.kind} ${name(what.node)}`
    case 'partition':
      return `partition ${what.groups.map((group) => group.join(' ')).join(' | ')}`
    case 'cut':
      return `cut ${name(what.from)} → ${name(what.to)}`
    case 'ring':
      return 'ring: each server hears only its neighbours'
    case 'swizzle':
      return `swizzle ${what.nodes.join(' ')}`
    case 'slow':
      return `slow ${name(what.node)} by ${what.extraMs} ms`
    case 'loss':
      return `lose ${percent(what.share)} of the messages`
    case 'duplicate':
      return `double ${percent(what.share)} of the messages`
    case 'clock-jump':
      return `clock of ${name(what.node)} jumps ${Math.abs(what.byMs)} ms ${what.byMs < 0 ? 'back' : 'ahead'}`
    case 'clock-rate':
      return `clock of ${name(what.node)} runs at ${what.rate} ×`
    case 'disk-full':
      return `disk of ${name(what.node)} is full`
    case 'strike':
      return `${what.act} ${struck ?? what.node} right after its ${what.rule}`
  }
  // A trace of a newer kit may know faults that this one does not.
  return kind
}

function nameOf(target: Target, struck: string | undefined): string {
  return typeof target === 'string' ? target : (struck ?? `the last ${target.last}`)
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
