import { Instrumenter } from '@stryker-mutator/instrumenter'

/** One small change to a solution, as StrykerJS makes it. */
export interface StrykerMutant {
  readonly id: string
  /** Names the change, also after lines have moved: what it was, and what it has become. */
  readonly key: string
  readonly line: number
}

interface Mutated {
  readonly mutants: readonly StrykerMutant[]
  /** The solution with one of its mutants switched on. */
  readonly sourceOf: (id: string) => string
}

const off = (): boolean => false
const nothing = (): void => {}
const silent = {
  isTraceEnabled: off,
  isDebugEnabled: off,
  isInfoEnabled: off,
  isWarnEnabled: off,
  isErrorEnabled: off,
  isFatalEnabled: off,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
}

/** All mutants that StrykerJS makes of a solution; the judge plays them, as it plays submissions. */
export async function mutantsOf(name: string, source: string): Promise<Mutated> {
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [{ name, content: source, mutate: true }],
    { plugins: null, excludedMutations: [], ignorers: [] },
  )
  const [instrumented] = files
  if (instrumented === undefined) throw new Error(`nothing came back for ${name}`)
  const lines = source.split('\n')
  const seen = new Map<string, number>()
  return {
    mutants: mutants.map(({ id, mutatorName, replacement, location }) => {
      const original = squeezed(textAt(lines, location))
      const change = `${mutatorName}: ${original} → ${squeezed(replacement)}`
      const times = (seen.get(change) ?? 0) + 1
      seen.set(change, times)
      // Babel counts lines from 0 here.
      return {
        id,
        key: times === 1 ? change : `${change} (${times})`,
        line: location.start.line + 1,
      }
    }),
    sourceOf: (id) =>
      `globalThis.__stryker__ = { activeMutant: ${JSON.stringify(id)} };\n${instrumented.content}`,
  }
}

interface Place {
  readonly line: number
  readonly column: number
}

function textAt(lines: readonly string[], { start, end }: { start: Place; end: Place }): string {
  const text = lines.slice(start.line, end.line + 1)
  const last = text.length - 1
  text[last] = (text[last] ?? '').slice(0, end.column)
  text[0] = (text[0] ?? '').slice(start.column)
  return text.join('\n')
}

/** One line, and not the whole of a long function. */
function squeezed(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
