import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { exercises } from '@five-pillars/content'

import { ROOT } from './open-room.ts'

/** What a class may send in for one exercise. */
export interface ClassWork {
  readonly exercise: string
  /** Starters, mistakes that people make, and what works. */
  readonly sources: readonly string[]
}

/** Work for each exercise of the day that has a hidden suite here. */
export function classWork(slugs = exercises.map(({ slug }) => slug)): readonly ClassWork[] {
  return exercises
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ slug, path: folder }) => {
      const files = globSync([`src/${slug}.ts`, 'hidden/{mutants,solution,alternatives}/*.ts'], {
        cwd: path.join(ROOT, folder),
      })
      const found = files.toSorted().map((file) => path.join(ROOT, folder, file))
      return {
        exercise: slug,
        sources: found.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')),
      }
    })
    .filter(({ sources }) => sources.length > 0)
}

/** The same program as another text: it is judged anew. */
export function anew(source: string, mark: string): string {
  return `${source}\n// ${mark}\n`
}
