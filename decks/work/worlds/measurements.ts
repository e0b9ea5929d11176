import { measureQueue } from './measure-queue.ts'
import type { Queue } from './measure-queue.ts'
import { measureRetryStorm } from './measure-retry-storm.ts'
import type { RetryStorm } from './measure-retry-storm.ts'
import { measureScaling } from './measure-scaling.ts'
import type { Scaling } from './measure-scaling.ts'
import { measureSlowServer } from './measure-slow-server.ts'
import type { SlowServer } from './measure-slow-server.ts'

/** Everything that the deck measures, by the name of its data file. */
export interface Measurements {
  queue: Queue
  'retry-storm': RetryStorm
  scaling: Scaling
  'slow-server': SlowServer
}

export function measureAll(): Measurements {
  return {
    queue: measureQueue(),
    'retry-storm': measureRetryStorm(),
    scaling: measureScaling(),
    'slow-server': measureSlowServer(),
  }
}
