import { decisionTreeMermaid } from '@five-pillars/content'

const TAG = /^<DecisionTree\b([^>]*)\/>[ \t]*$/gm

/**
 * Writes content's decision tree as a Mermaid fence in the place of `<DecisionTree />`. It takes
 * `branch="slow"` and `:levels="1"`, written as plain values on one line of Markdown.
 */
export function expandDecisionTree(markdown: string): string {
  return markdown.replaceAll(TAG, (_, attributes: string) => {
    const branch = /(?:^|\s)branch="([^"]*)"/.exec(attributes)?.[1]
    const levels = /(?:^|\s):?levels="(\d+)"/.exec(attributes)?.[1]
    const code = decisionTreeMermaid({
      ...(branch === undefined ? {} : { branch }),
      ...(levels === undefined ? {} : { levels: Number(levels) }),
    })
    return `\`\`\`mermaid\n${code.trimEnd()}\n\`\`\``
  })
}
