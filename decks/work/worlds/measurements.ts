import { measureQueue } from './measure-queue.ts'
import { measureRetryStorm } from './measure-retry-storm.ts'
import { measureScaling } from './measure-scaling.ts'
import { measureSlowServer } from './measure-slow-server.ts'

/** Every data file of the deck and the run that makes it. */
export const measurements = {
  queue: measureQueue,
  'retry-storm': measureRetryStorm,
  scaling: measureScaling,
  'slow-server': measureSlowServer,
} as const
