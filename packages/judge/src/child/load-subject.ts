import { SourceTextModule } from 'node:vm'
import type { SourceTextModuleOptions } from 'node:vm'

import { createRealm } from './create-realm.ts'
import { harden } from './harden.ts'
import { report } from './report.ts'
import { thrownText } from './thrown-text.ts'

/** A top-level await that never settles would wait for ever: evaluation has no end of its own. */
const LOAD_TIMEOUT_MS = 2000

/**
 * Loads a submission in a realm of its own: its `Object`, `Array` and `Promise` are not those of
 * the tests, and nothing of Node is there. The realm keeps honest mistakes apart; it is no wall
 * against an attack.
 *
 * @returns the namespace of the module
 */
export async function loadSubject(code: string, name: string): Promise<Record<string, unknown>> {
  report({ kind: 'loading' })
  harden()
  const { context, deny } = await createRealm()
  const options = {
    context,
    identifier: name,
    importModuleDynamically: () => deny('import()', 'a submission is one file.'),
  }
  try {
    const module = compileModule(code, options)
    await module.link(() => deny('import', 'a submission is one file.'))
    await evaluated(module)
    const subject = Object.entries(module.namespace)
    report({
      kind: 'loaded',
      types: Object.fromEntries(subject.map(([key, value]) => [key, typeof value])),
    })
    return Object.fromEntries(subject)
  } catch (error) {
    report({ kind: 'load-failed', reason: reasonOf(error), error: thrownText(error) })
    throw new Error('The submission did not load', { cause: error })
  }
}

class DoesNotCompile extends Error {}

/** Some errors of syntax only show here, such as an export that is there twice. */
function compileModule(code: string, options: SourceTextModuleOptions): SourceTextModule {
  try {
    return new SourceTextModule(code, options)
  } catch (error) {
    throw new DoesNotCompile(thrownText(error).message, { cause: error })
  }
}

function reasonOf(error: unknown): 'does-not-compile' | 'timeout' | 'threw' {
  if (error instanceof DoesNotCompile) return 'does-not-compile'
  return error === TOO_LONG ? 'timeout' : 'threw'
}

const TOO_LONG = new Error(`Loading did not end within ${LOAD_TIMEOUT_MS} ms`)

async function evaluated(module: SourceTextModule): Promise<void> {
  const evaluation = module.evaluate()
  // Without a top-level await it is done by now. The promise belongs to the submission's realm,
  // where `then` may be anything: it is not asked if it need not be.
  if (module.status === 'evaluated' && !module.hasTopLevelAwait()) return
  const limit = Promise.withResolvers<void>()
  const timer = setTimeout(() => limit.reject(TOO_LONG), LOAD_TIMEOUT_MS)
  try {
    await Promise.race([evaluation, limit.promise])
  } finally {
    clearTimeout(timer)
  }
}
