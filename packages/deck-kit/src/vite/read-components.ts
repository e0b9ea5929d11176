import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Sources of the components that a deck keeps in `components/`, by name. */
export function readComponents(root: string): Map<string, string> {
  const folder = path.join(root, 'components')
  const files = listVue(folder)
  return new Map(
    files.map((file) => [
      path.basename(file, '.vue'),
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  )
}

function listVue(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.vue'))
  } catch {
    // A deck may well have no components of its own.
    return []
  }
}
