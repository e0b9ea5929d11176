import type { ViteDevServer } from 'vite'

/** The part of UnoCSS's plugin that it shares with other plugins. */
interface UnoContext {
  ready: Promise<unknown>
  /** Every word that might be a class, of all modules made so far. */
  tokens: Set<string>
  uno: { generate: (tokens: Set<string>) => Promise<{ matched: Set<string> }> }
}

/** The classes of all modules made so far, for {@link addClasses}: a word in a thousand is one. */
export async function usedClasses(server: ViteDevServer): Promise<string[]> {
  const { tokens, uno } = await contextOf(server)
  const { matched } = await uno.generate(tokens)
  return [...matched]
}

/** UnoCSS makes its styles of the words in modules that it has seen: these it has not. */
export async function addClasses(server: ViteDevServer, classes: readonly string[]): Promise<void> {
  const { tokens } = await contextOf(server)
  for (const each of classes) tokens.add(each)
}

async function contextOf({ config }: ViteDevServer): Promise<UnoContext> {
  const plugin = config.plugins.find(({ name }) => name === 'unocss:api')
  const context: UnoContext | undefined = plugin?.api?.getContext()
  if (context === undefined) throw new Error('There is no plugin "unocss:api" to make styles.')
  await context.ready
  return context
}
