import { fileURLToPath } from 'node:url'

import type { Plugin } from 'vitest/config'

import type { Job } from '../run/job.ts'

const SUBJECT = '\0five-pillars:subject'

/** An export can only be handed on under a name that is an identifier. */
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u

/** Answers `#subject` with handles on the submission, which is loaded in a realm of its own. */
export function subjectPlugin(job: Job): Plugin {
  return {
    name: 'five-pillars:judged-subject',
    enforce: 'pre',
    resolveId(id) {
      return id === '#subject' ? SUBJECT : undefined
    },
    load(id) {
      return id === SUBJECT ? subjectModule(job) : undefined
    },
  }
}

function subjectModule({ code, name, exports }: Job): string {
  const loader = fileURLToPath(import.meta.resolve('./load-subject.ts'))
  const lines = [
    `import { loadSubject } from ${JSON.stringify(loader)}`,
    `const subject = await loadSubject(${JSON.stringify(code)}, ${JSON.stringify(name)})`,
  ]
  for (const [index, exported] of exports.entries()) {
    if (!IDENTIFIER.test(exported)) continue
    lines.push(`const export${index} = subject[${JSON.stringify(exported)}]`)
    lines.push(`export { export${index} as ${exported} }`)
  }
  return lines.join('\n')
}
