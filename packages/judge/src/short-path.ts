import path from 'node:path'

/** A file relative to its exercise where it lies inside; its bare name elsewhere. */
export function shortPath(file: string, exerciseDir: string): string {
  const inside = path.relative(exerciseDir, file)
  const outside = inside.startsWith('..') || path.isAbsolute(inside)
  return (outside ? path.basename(file) : inside).replaceAll(path.sep, '/')
}
