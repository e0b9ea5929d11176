import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { exerciseBySlug, exercises } from '@five-pillars/content'
import { normalizePath } from 'vite'
import type { Plugin } from 'vite'

import { checkSource } from './check-source.ts'

const SERVE_WORLD = fileURLToPath(new URL('serve-world.ts', import.meta.url))

const LIST = 'virtual:five-pillars/exercises'
const WORKER = 'virtual:five-pillars/exercise/'

interface LiveExercise {
  readonly slug: string
  /** The learner's file, from the exercise's folder on. */
  readonly name: string
  readonly subject: string
  readonly scenario: string
  /** Learner's files of other exercises that this one is made of. */
  readonly parts: readonly LearnerFile[]
}

interface LearnerFile {
  readonly slug: string
  readonly name: string
  readonly subject: string
}

/**
 * Lets a live deck run the file that the learner is writing: `virtual:five-pillars/exercises` lists
 * the exercises that have a world, and `virtual:five-pillars/exercise/<slug>` is the worker in which
 * one of them runs. In a built deck the list is empty, so that it has no exercise's code in it.
 *
 * @param root folder of the repository, to which content's paths are relative
 */
export function exercisesPlugin(root: string): Plugin {
  let isServed = false
  const found = (): LiveExercise[] => (isServed ? findExercises(root) : [])
  const learnerFile = (file: string): LearnerFile | undefined =>
    found()
      .flatMap((exercise) => [exercise, ...exercise.parts])
      .find(({ subject }) => subject === file)
  return {
    name: 'five-pillars:exercises',
    // Before the compiler, which would stop at what the learner has not finished writing.
    enforce: 'pre',
    configResolved({ command }) {
      isServed = command === 'serve'
    },
    resolveId: (id) => (id === LIST || id.startsWith(WORKER) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${LIST}`) return listModule(found())
      if (!id.startsWith(`\0${WORKER}`)) return undefined
      const exercise = found().find(({ slug }) => id === `\0${WORKER}${slug}`)
      return exercise === undefined ? undefined : workerModule(exercise)
    },
    async transform(code, id) {
      const [file = ''] = id.split('?')
      const learners = learnerFile(file)
      if (learners === undefined) return undefined
      const complaint = await checkSource(file, code, async (name) => {
        return (await this.resolve(name, file)) !== null
      })
      if (complaint === undefined) return undefined
      // Told by the worker, on the stage: an error here would cover the whole deck.
      return `throw ${JSON.stringify({ ...complaint, file: learners.name })}`
    },
    hotUpdate({ file }) {
      const changed = found().filter(({ subject, scenario, parts }) =>
        [subject, scenario, ...parts.map((part) => part.subject)].includes(file),
      )
      if (changed.length === 0) return undefined
      for (const { slug } of changed) {
        this.environment.hot.send({
          type: 'custom',
          event: 'five-pillars:exercise',
          data: { slug },
        })
      }
      // A worker cannot take a part of its code anew, and the page has none of it.
      return []
    },
  }
}

function findExercises(root: string): LiveExercise[] {
  return exercises.flatMap((entry): LiveExercise[] => {
    const scenario = normalizePath(path.join(root, entry.path, 'scenario.ts'))
    const own = learnerFileOf(root, entry)
    const parts = (entry.parts ?? []).map((slug) => learnerFileOf(root, exerciseBySlug(slug)))
    const isThere = [own, ...parts].every(({ subject }) => existsSync(subject))
    return isThere && hasWorld(scenario) ? [{ ...own, scenario, parts }] : []
  })
}

function learnerFileOf(
  root: string,
  { slug, path: folder }: { readonly slug: string; readonly path: string },
): LearnerFile {
  const name = `src/${slug}.ts`
  return { slug, name, subject: normalizePath(path.join(root, folder, name)) }
}

/** The first exercises have scenarios of another kind, which no world is made of. */
function hasWorld(scenario: string): boolean {
  return existsSync(scenario) && /^export function scenario\b/m.test(readFileSync(scenario, 'utf8'))
}

function listModule(found: readonly LiveExercise[]): string {
  const entries = found.map(({ slug, name }) => [
    slug,
    { name, worker: `@id/__x00__${WORKER}${slug}` },
  ])
  return `export const exercises = ${JSON.stringify(Object.fromEntries(entries))}`
}

function workerModule({ subject, scenario, parts }: LiveExercise): string {
  const own = `import(${JSON.stringify(subject)})`
  const others = parts.map(
    (part) => `${camelCase(part.slug)}: import(${JSON.stringify(part.subject)})`,
  )
  return [
    `import { ownPort, serveWorld, withParts } from ${JSON.stringify(normalizePath(SERVE_WORLD))}`,
    'void serveWorld(',
    '  ownPort,',
    `  () => ${parts.length === 0 ? own : `withParts(${own}, { ${others.join(', ')} })`},`,
    `  () => import(${JSON.stringify(scenario)}),`,
    ')',
  ].join('\n')
}

function camelCase(slug: string): string {
  return slug.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
