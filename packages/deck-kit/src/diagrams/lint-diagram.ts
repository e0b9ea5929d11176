/** What is wrong with a diagram before anyone draws it: those who do not see it need words. */
export function lintDiagram(code: string): string[] {
  return ['accTitle', 'accDescr']
    .filter((word) => !new RegExp(String.raw`^\s*${word}\s*[:{]\s*\S`, 'm').test(code))
    .map((word) => `has no ${word}: add "${word}: …" below its first line`)
}
