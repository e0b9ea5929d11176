import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Pages that stand for the built ones, which a test of the server does not wait for. */
export async function writePages(pages: string): Promise<void> {
  await mkdir(path.join(pages, 'assets'), { recursive: true })
  for (const name of ['join', 'host', 'screen']) {
    await writeFile(path.join(pages, `${name}.html`), `<title>${name}</title>`)
  }
  await writeFile(path.join(pages, 'assets/page-a1b2.js'), 'export {}')
}
