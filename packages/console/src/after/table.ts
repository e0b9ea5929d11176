/**
 * A table of Markdown. What is in the cells is Markdown already.
 *
 * @param right indices of the columns that are set flush right
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const rule = head.map((_, index) => (right.includes(index) ? '---:' : '---'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`)
}
