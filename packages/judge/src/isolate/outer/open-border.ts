import type { InnerSide } from '../border-sides.ts'
import { Failure } from './failure.ts'
import { freezeBothSides } from './freeze-both-sides.ts'
import { createOuterSide } from './outer-side.ts'
import { createPulse } from './pulse.ts'
import { createReporter } from './reporter.ts'
import type { Reporter } from './reporter.ts'
import type { Connection } from './stand-in.ts'
import type { SuiteRealm } from './suite-realm.ts'

interface OpenBorder {
  readonly exportsOf: InnerSide['exportsOf']
  readonly reporter: Reporter
  readonly connection: Connection
}

/** Opens the border to the submission's realm, as the first thing that happens in this one. */
export function openBorder(): OpenBorder {
  const realm: SuiteRealm = globalThis.fivePillars
  const reporter = createReporter(realm.report)
  const connection: Connection = {
    pulse: createPulse(realm.pulse),
    inner: closed,
    heard: { recording: undefined },
  }
  const inner = realm.inner.openBorder(createOuterSide(connection, reporter.log))
  connection.inner = inner
  freezeBothSides(inner)
  return { exportsOf, reporter, connection }

  function exportsOf(namespace: object): Record<PropertyKey, unknown> {
    try {
      return inner.exportsOf(namespace)
    } catch (error) {
      throw Failure.thrownBy(error)
    }
  }
}

/** Before the border is open nobody stands for anything. */
function refuse(): never {
  throw new Error('The border is not open yet')
}

const closed: InnerSide = {
  call: refuse,
  construct: refuse,
  read: refuse,
  has: refuse,
  write: refuse,
  keys: refuse,
  describe: refuse,
  freezeOriginal: refuse,
  standsFor: refuse,
  exportsOf: refuse,
}
