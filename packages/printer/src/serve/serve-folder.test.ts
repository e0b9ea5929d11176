import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { serveFolders } from './serve-folder.ts'
import type { FolderServer } from './serve-folder.ts'

interface Answer {
  status: number
  type: string
  body: string
}

/** Sends a path as it is: `fetch` would tidy up the dots. */
function get(server: FolderServer, raw: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const sent = request({ hostname, port, path: raw, method }, (response) => {
      text(response).then(
        (body) =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body,
          }),
        reject,
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('serveFolders', () => {
  let root: string
  let server: FolderServer
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'five-pillars serve-'))
    await writeFile(path.join(root, 'secret.txt'), 'secret')
    for (const name of ['work', 'work-2']) {
      await mkdir(path.join(root, name, 'assets'), { recursive: true })
      await writeFile(path.join(root, name, 'index.html'), `<p>${name}</p>`)
      await writeFile(path.join(root, name, 'assets', 'größe 1.js'), 'export {}')
    }
    await writeFile(path.join(root, 'work-2', 'secret.txt'), 'secret')
    server = await serveFolders(new Map([['work', path.join(root, 'work')]]))
  })
  afterAll(async () => {
    await server.close()
    await rm(root, { recursive: true })
  })

  test.each([
    ['/work/', 200, 'text/html; charset=utf-8', '<p>work</p>'],
    ['/work/index.html?print=clicks', 200, 'text/html; charset=utf-8', '<p>work</p>'],
    ['/work/assets/gr%C3%B6%C3%9Fe%201.js', 200, 'text/javascript; charset=utf-8', 'export {}'],
    ['/work/none.js', 404, 'text/plain; charset=utf-8', 'Not found.\n'],
    ['/work/assets/', 404, 'text/plain; charset=utf-8', 'Not found.\n'],
    ['/work-2/', 404, 'text/plain; charset=utf-8', 'Not found.\n'],
    ['/', 404, 'text/plain; charset=utf-8', 'Not found.\n'],
    ['/work/%E0%A4%A', 404, 'text/plain; charset=utf-8', 'Not found.\n'],
  ])('%s is answered with %i', async (raw, status, type, body) => {
    expect(await get(server, raw)).toEqual({ status, type, body })
  })

  test('HEAD has no body', async () => {
    expect(await get(server, '/work/', 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test('no path leads out of the folder', async () => {
    const parts = [
      '..',
      '%2e%2e',
      '.',
      '/',
      '%2f',
      '\\',
      '%5c',
      'work',
      'work-2',
      'secret.txt',
      '%00',
    ]
    const paths = fc.array(fc.constantFrom(...parts), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(paths, async (some) => {
        const { body } = await get(server, `/work/${some.join('')}`)
        expect(body).not.toContain('secret')
      }),
    )
  })
})
