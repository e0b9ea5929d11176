/** What is wrong with a diagram before anyone draws it: those who do not see it need words. */
export function lintDiagram(code: string): string[] {
  const missing: string[] = []
  if (!/^\s*accTitle *: *\S/m.test(code)) missing.push('accTitle')
  if (!/^\s*accDescr *(?:: *\S|\{)/m.test(code)) missing.push('accDescr')
  return missing.map((word) => `has no ${word}: add "${word}: …" below its first line`)
}
