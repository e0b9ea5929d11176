import type { Options, Sample } from '../../src/autoscaler.ts'
import { durationText } from './duration-text.ts'
import type { Ruling } from './rule-book.ts'
import { answerText } from './session.ts'

/** An answer that the brief does not allow. */
export interface Breach {
  readonly got: unknown
  readonly side: 'below' | 'above'
  readonly ruling: Ruling
  readonly sample: Sample
  readonly options: Options
}

/** An answer and what would have been right, in a sentence or two. */
export function tellBreach(breach: Breach): string {
  return `decide gave ${answerText(breach.got)}. ${reasonOf(breach)}`
}

function reasonOf(breach: Breach): string {
  switch (breach.ruling.kind) {
    case 'blind':
      return blindReason(breach)
    case 'close':
      return closeReason(breach)
    case 'grow':
      return growReason(breach)
    case 'shrink':
      return breach.side === 'below' ? tooLowReason(breach) : tooHighReason(breach)
    case 'edge':
      throw new Error('sentinel-autoscaler-tell-breach.ts: at the edge both answers are right')
  }
}

function blindReason({ sample, ruling, options }: Breach): string {
  const why =
    sample.ready === 0 ? 'Nobody is ready' : `The utilization is ${String(sample.utilization)}`
  return `${why}, so there is nothing to see: hold, at ${presentText(sample, ruling, options)}.`
}

function closeReason({ sample, ruling, options }: Breach): string {
  const ratio = short((sample.utilization ?? NaN) / options.target)
  const close = `Utilization / target is ${ratio}, inside the tolerance of ${options.tolerance}`
  return `${close}: hold, at ${presentText(sample, ruling, options)}.`
}

function growReason({ sample, ruling, options }: Breach): string {
  return `${loadText(sample, options, ruling.lowest)}.${startingText(sample)}`
}

function startingText({ starting }: Sample): string {
  if (starting === 0) return ''
  return ` ${starting} of them ${starting === 1 ? 'is' : 'are'} starting already.`
}

function tooLowReason({ sample, ruling, options }: Breach): string {
  const { peak, lowest } = ruling
  if (peak.at === sample.at) return `${loadText(sample, options, lowest)}.`
  const ago = durationText(sample.at - peak.at)
  const window = durationText(options.stabilizationDownMs)
  const then = `${peak.replicas} was recommended ${ago} ago, inside the window of ${window}`
  return `But ${then}: no less than ${lowest} now.`
}

function tooHighReason({ got, sample, ruling, options }: Breach): string {
  const { highest, present, peak } = ruling
  if (Number(got) > present) {
    return `${loadText(sample, options)} and ${present} are there: an old recommendation makes nothing grow.`
  }
  const window = durationText(options.stabilizationDownMs)
  if (peak.at === sample.at) {
    return `${loadText(sample, options)}, and nothing in the window of ${window} is higher: shrink to ${highest}.`
  }
  return `The highest recommendation of the last ${window} is ${peak.replicas}: shrink to ${highest}.`
}

/** The load takes 5 × 0.9 / 0.6 = 7.5 replicas: 8. */
function loadText({ ready, utilization }: Sample, options: Options, answer?: number): string {
  const { target, max } = options
  const replicas = (ready * (utilization ?? NaN)) / target
  const sum = `The load takes ${ready} × ${utilization} / ${target} = ${short(replicas)} ${replicas === 1 ? 'replica' : 'replicas'}`
  if (answer === undefined || short(replicas) === String(answer)) return sum
  return `${sum}: ${answer}${answer === max && replicas > max ? ', the most allowed' : ''}`
}

/** 6, or 10 of 12 where ten are the most. */
function presentText({ ready, starting }: Sample, { present }: Ruling, { max }: Options): string {
  const all = ready + starting
  if (all === present) return `${present}${starting === 0 ? '' : ` (${ready} + ${starting})`}`
  return present === max ? `${present}, the most allowed` : `${present}, the fewest allowed`
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}
