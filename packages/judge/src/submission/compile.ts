import { stripVTControlCharacters } from 'node:util'

import { parseSync, transformSync } from 'rolldown/utils'
import type { ParseResult } from 'rolldown/utils'

import { refuse } from './read-submission.ts'
import type { Refusal } from './read-submission.ts'

/** Defined in the realm of a submission: `isolate/inner/withhold.js`. */
const DENIED_IMPORT = '$mport'

export interface Compiled {
  readonly kind: 'compiled'
  /** JavaScript module that imports nothing. */
  readonly code: string
  /** Source map from `code` to the submission, as JSON. */
  readonly map: string
  /** Names of the exported values. */
  readonly exports: readonly string[]
}

/**
 * Turns a submission into a JavaScript module. All of TypeScript is accepted, enums and parameter
 * properties too: style is not graded. Only types may be imported.
 *
 * @param name how messages call the file, such as `src/quorum.ts`
 */
export function compile(source: string, name: string): Compiled | Refusal {
  const syntax = parseSync(name, source, { lang: 'ts' }).errors[0]
  if (syntax !== undefined) {
    return syntaxRefusal(syntax.message, name, source, syntax.labels[0]?.start ?? 0)
  }
  const result = transformSync(name, source, { lang: 'ts', sourcemap: true })
  const fault = result.errors[0]
  if (fault !== undefined) {
    const offset = 'pos' in fault && typeof fault.pos === 'number' ? fault.pos : 0
    return syntaxRefusal(fault.message, name, source, offset)
  }
  const { module } = parseSync('submission.js', result.code, { lang: 'js' })
  const specifier =
    module.staticImports[0]?.moduleRequest.value ??
    module.staticExports
      .flatMap((statement) => statement.entries)
      .map((entry) => entry.moduleRequest?.value)
      .find((value) => value !== undefined)
  if (specifier !== undefined) return importRefusal(specifier, name, source)
  return {
    kind: 'compiled',
    // A file that calls itself something else would not be found again in its own stack traces.
    code: `${withoutImports(result.code, module.dynamicImports)}\n//# sourceURL=${name}`,
    map: JSON.stringify(result.map ?? {}),
    exports: [...new Set(exportedNames(module.staticExports))],
  }
}

/** A call that can be refused instead of each `import()`; as long as before, so that places hold. */
function withoutImports(code: string, imports: readonly { start: number }[]): string {
  let text = code
  for (const { start } of imports) {
    text = text.slice(0, start) + DENIED_IMPORT + text.slice(start + DENIED_IMPORT.length)
  }
  return text
}

function exportedNames(statements: ParseResult['module']['staticExports']): string[] {
  return statements
    .flatMap((statement) => statement.entries)
    .filter((entry) => !entry.isType)
    .map((entry) => (entry.exportName.kind === 'Default' ? 'default' : entry.exportName.name))
    .filter((exported) => typeof exported === 'string')
}

function syntaxRefusal(message: string, name: string, source: string, offset: number): Refusal {
  const place = placeOf(name, source, offset)
  const [title = ''] = stripVTControlCharacters(message)
    .replace(/^\[\w+\] /, '')
    .split('\n')
  const line = (source.split(/\r?\n/)[place.line - 1] ?? '').trim().slice(0, 80)
  const plain = title.replace('`EOF`', 'the end of the file')
  return refuse('does-not-compile', line === '' ? `${plain}.` : `${plain}: ${line}`, [place.text])
}

function importRefusal(specifier: string, name: string, source: string): Refusal {
  const quoted = [`'${specifier}'`, `"${specifier}"`].map((text) => source.indexOf(text))
  const { text } = placeOf(name, source, Math.max(...quoted, 0))
  return refuse(
    'forbidden',
    `The file imports ${JSON.stringify(specifier)}. A submission is one file: ` +
      'it may import types and nothing else.',
    [text],
  )
}

function placeOf(name: string, source: string, offset: number): { line: number; text: string } {
  const before = source.slice(0, offset).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return { line: before.length, text: `${name}:${before.length}:${column}` }
}
