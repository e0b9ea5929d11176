import { existsSync } from 'node:fs'
import path from 'node:path'

import { decks as allDecks, exercises } from '@five-pillars/content'
import type { Command } from 'commander'

import { root } from '../root.ts'

/** A learner's kit has none. */
const decks = existsSync(path.join(root, 'decks')) ? allDecks : []

/** `list`: the decks and exercises that exist. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('list the decks and exercises')
    .option('--json', 'print them as JSON')
    .addHelpText('after', '\nExamples:\n  npx five-pillars list\n  npx five-pillars list --json')
    .action(list)
}

function list(options: { json?: true }): void {
  if (options.json) {
    console.log(JSON.stringify({ decks, exercises }, undefined, 2))
    return
  }
  const names = [...decks.map(({ id }) => id), ...exercises.map(({ slug }) => slug)]
  const width = Math.max(...names.map((name) => name.length))
  if (decks.length > 0) console.log('Decks                     npx five-pillars present <deck>')
  for (const deck of decks) print(deck.id, deck.minutes, deck.title)
  if (decks.length > 0) console.log()
  console.log('Exercises                 npx five-pillars check <exercise>')
  for (const exercise of exercises) print(exercise.slug, exercise.minutes, exercise.title)

  function print(name: string, minutes: number, title: string): void {
    console.log(`  ${name.padEnd(width)}  ${String(minutes).padStart(3)} min  ${title}`)
  }
}
