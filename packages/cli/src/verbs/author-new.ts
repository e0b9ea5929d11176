import { existsSync } from 'node:fs'
import path from 'node:path'

import { decks, exercises, pillars } from '@five-pillars/content'
import type { PillarId } from '@five-pillars/content'

import { CliError } from '../cli-error.ts'
import { pillarNamed } from '../names.ts'
import { root } from '../root.ts'

/** A longer name breaks lines of the template that a formatter would then break elsewhere. */
const SLUG_CHARACTERS_MAX = 24

/** `author new`: the skeleton of an exercise, and what is to be done with it. */
export async function makeExercise(name: string): Promise<void> {
  const { pillar, slug } = parse(name)
  assertFree(slug)
  const { newExercise, titleOf } = await import('@five-pillars/judge/host')
  const files = await newExercise({ exercisesDir: path.join(root, 'exercises'), pillar, slug })
  console.log(`exercises/${pillar}/${slug}\n${files.map((file) => `  ${file}`).join('\n')}`)
  console.log(nextSteps(pillar, slug, titleOf(slug)))
}

function parse(name: string): { pillar: PillarId; slug: string } {
  const [pillar = '', slug, ...rest] = name.split('/')
  if (slug === undefined || rest.length > 0) {
    const fix = 'Run: npx five-pillars author new <pillar>/<slug>, as in truth/token-bucket'
    throw new CliError('bad-name', `"${name}" is not a pillar and a slug.`, fix)
  }
  const known = pillarNamed(pillar)
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug)) {
    const near = kebab(slug)
    const fix =
      near === '' ? 'Choose another name.' : `Run: npx five-pillars author new ${known}/${near}`
    const rule = 'small letters and digits, with one hyphen between two words'
    throw new CliError('bad-slug', `"${slug}" is no slug: that is ${rule}.`, fix)
  }
  if (slug.length > SLUG_CHARACTERS_MAX) {
    const limit = `a slug has ${SLUG_CHARACTERS_MAX} characters at most, and this one ${slug.length}`
    throw new CliError('bad-slug', `"${slug}" is too long: ${limit}.`, 'Choose a shorter one.')
  }
  return { pillar: known, slug }
}

/** Token bucket, tokenBucket and token_bucket are `token-bucket`. */
function kebab(name: string): string {
  const words = name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return words.replace(/^[-0-9]+/, '').replace(/-$/, '')
}

function assertFree(slug: string): void {
  const taken = exercises.find((exercise) => exercise.slug === slug)
  if (taken !== undefined) {
    const fix = 'Choose another name: npx five-pillars list'
    throw new CliError('taken', `Exercise "${slug}" exists already, in ${taken.path}.`, fix)
  }
  const folders = pillars.map(({ id }) => `exercises/${id}/${slug}`)
  const there = folders.find((folder) => existsSync(path.join(root, folder)))
  if (there !== undefined) {
    const fix = 'Remove it, or choose another name.'
    throw new CliError('taken', `The folder ${there} exists already.`, fix)
  }
}

function nextSteps(pillar: PillarId, slug: string, title: string): string {
  const deck = decks.find((entry) => entry.pillar === pillar)?.id ?? 'overview'
  return `
Next:
1. Add to allExercises in packages/content/src/registry/exercises.ts:
  {
    slug: '${slug}',
    pillar: '${pillar}',
    title: '${title}',
    sentence: 'What it is about, for a list.',
    minutes: 30,
    level: 'beginner',
    package: '@five-pillars/exercise-${slug}',
    path: 'exercises/${pillar}/${slug}',
    deck: '${deck}',
  },
2. Add to devDependencies in packages/e2e/package.json:
    "@five-pillars/exercise-${slug}": "workspace:*",
3. npx pnpm install     # writes it into the lockfile, from which npm start and npm test install
4. npx five-pillars author check ${slug}     # says what to write next`
}
