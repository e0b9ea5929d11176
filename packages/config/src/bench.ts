// `npm run bench -- <name>`: runs one benchmark of the workspace and prints its figures.
import { globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '../../..')
const files = globSync('{packages,decks,exercises}/**/bench/*.bench.ts', {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).toSorted()
const byName = new Map(files.map((file) => [path.basename(file, '.bench.ts'), file]))

const name = process.argv[2] ?? ''
const file = byName.get(name)
if (file === undefined) {
  console.error(`${name === '' ? 'Name a benchmark' : `Benchmark "${name}" does not exist`}. Run:`)
  for (const known of byName.keys()) console.error(`  npm run bench -- ${known}`)
  process.exitCode = 2
} else {
  const { bench }: { bench: () => Promise<void> } = await import(
    pathToFileURL(path.join(root, file)).href
  )
  await bench()
}
