import { parseSync } from 'vite'

import type { Complaint } from './worker-messages.ts'

/**
 * What keeps a TypeScript file from being loaded: the first thing that cannot be parsed, or an
 * import of something that is not there.
 *
 * @param isThere whether what is named in an import can be found
 */
export async function checkSource(
  file: string,
  source: string,
  isThere: (name: string) => Promise<boolean>,
): Promise<Complaint | undefined> {
  const { errors, module } = parseSync(file, source)
  const [error] = errors
  if (error !== undefined) {
    return { message: error.message, ...lineAt(source, error.labels[0]?.start ?? 0) }
  }
  for (const { moduleRequest, entries } of module.staticImports) {
    const isErased = entries.length > 0 && entries.every(({ isType }) => isType)
    if (isErased || (await isThere(moduleRequest.value))) continue
    const message = `there is no module "${moduleRequest.value}"`
    return { message, ...lineAt(source, moduleRequest.start) }
  }
  return undefined
}

function lineAt(source: string, offset: number): { line: number; code: string } {
  const before = source.slice(0, offset)
  const isBlank = /^[ \t]*\r?(?:\n|$)/.test(source.slice(before.lastIndexOf('\n') + 1))
  // What is missing at the end of a file is missing where somebody stopped writing.
  const line = (isBlank ? before.trimEnd() : before).split('\n').length
  return { line, code: source.split('\n')[line - 1]?.trimEnd() ?? '' }
}
