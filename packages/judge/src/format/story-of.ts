import { seen } from './seen.ts'

/** The story without the seed of its run, which stands in the command that repeats it. */
export function storyOf(got: string | null): string {
  return seen(got ?? 'It gave no reason.')
    .replace(/\nreplay: seed -?\d+$/, '')
    .replace(/\n\nseed -?\d+(?:; again: .*)?$/, '')
}
