import { pillarById } from '@five-pillars/content'
import type { ExerciseEntry } from '@five-pillars/content'

/** The pillar of an exercise, for people; one that is made of others belongs to all of them. */
export function pillarName({ pillar, parts }: ExerciseEntry): string {
  return parts === undefined ? pillarById(pillar).name : 'All five'
}
