import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createApp } from './app.ts'
import { Builds } from './builds.ts'
import { allPages } from './pages.ts'
import { deckPdfs } from './pdf/deck-pdfs.ts'
import type { PrintDecks } from './pdf/deck-pdfs.ts'
import type { LearnerStanding } from './progress/learner-standing.ts'
import { shelf } from './shelf.ts'

let root = ''
const ids = shelf.decks.map((deck) => deck.id)

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hub ö '))
  await file('decks/work/dist/index.html', '<title>Work</title>')
  await file('decks/work/dist/assets/index-a1b2.js', 'export {}')
  await file('decks/work/slides.md', 'secret')
  await file('exercises/work/load-balancer/README.md', '# Load balancer\n\nPick a *backend*.\n')
  await file('exercises/work/load-balancer/hidden/manifest.ts', 'hidden')
})

afterAll(() => rm(root, { recursive: true, force: true }))

async function file(name: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true })
  await writeFile(path.join(root, name), content)
}

const noIslands = (): Promise<void> => Promise.resolve()

/** The hub over a builder that never ends, ends at once, or fails at once. */
function hub(ending: 'never' | 'built' | 'failed'): {
  app: Hono
  builds: Builds<(typeof ids)[number]>
} {
  const builds = new Builds(ids, async ({ signal, onProgress }) => {
    onProgress({ done: 0.4, message: 'bundling <modules>' })
    if (ending === 'failed') throw new Error('no such layout: "covr"')
    if (ending === 'never') await new Promise((stop) => signal.addEventListener('abort', stop))
  })
  return { app: createApp({ root, shelf, builds, islands: noIslands }), builds }
}

async function text(app: Hono, address: string): Promise<string> {
  return (await app.request(address)).text()
}

describe('home page', () => {
  test('every deck and every exercise of the list is there, with its ways in', async () => {
    const page = await text(hub('never').app, '/')
    for (const deck of shelf.decks) {
      expect(page).toContain(`href="./decks/${deck.id}/"`)
      expect(page).toContain(`href="./decks/${deck.id}/#/presenter/1"`)
      expect(page).toContain(`${deck.minutes} min`)
    }
    for (const exercise of shelf.exercises) {
      expect(page).toContain(`href="./exercises/${exercise.slug}/"`)
    }
  })

  test('all pillars stand there, and those with a deck are filled', async () => {
    const page = await text(hub('never').app, '/')
    for (const pillar of shelf.pillars) {
      const isFilled = shelf.decks.some((deck) => deck.pillar === pillar.id)
      expect(page).toMatch(new RegExp(`data-pillar="${pillar.id}"\\s+data-filled="${isFilled}"`))
    }
  })

  test('a card says how far its build is', async () => {
    const { app, builds } = hub('never')
    expect(await text(app, '/')).toContain('Not built')
    builds.enqueue(ids)
    const page = await text(app, '/')
    expect(page).toContain('Building 40 %')
    expect(page).toContain('Waiting to be built')
  })
})

describe('deck', () => {
  test('opening a deck that is not built starts its build and says how far it is', async () => {
    const { app, builds } = hub('never')
    const response = await app.request('/decks/work/')
    expect(response.status).toBe(202)
    const page = await response.text()
    expect(page).toContain('Building 40 %')
    expect(page).toContain('bundling &lt;modules&gt;')
    expect(page).toContain('<noscript><meta http-equiv="refresh"')
    expect(builds.state('work').kind).toBe('building')
  })

  test('a built deck is served, its hashed files for ever, its page never from a cache', async () => {
    const { app } = hub('built')
    await app.request('/decks/work/')
    const page = await app.request('/decks/work/')
    expect(await page.text()).toBe('<title>Work</title>')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('x-hub-deck')).toBeNull()
    const script = await app.request('/decks/work/assets/index-a1b2.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-type')).toContain('javascript')
    const gone = await app.request('/decks/work/assets/index-gone.js')
    expect(gone.status).toBe(404)
    expect(gone.headers.get('cache-control')).toBe('no-store')
  })

  test('nothing beside the built folder is served', async () => {
    const { app } = hub('built')
    await app.request('/decks/work/')
    for (const way of ['../slides.md', '..%2fslides.md', '%2e%2e/slides.md', '..%5cslides.md']) {
      expect((await app.request(`/decks/work/${way}`)).status).toBe(404)
    }
  })

  test('a failed build shows its last lines and the command that repeats it', async () => {
    const { app } = hub('failed')
    await app.request('/decks/work/')
    const response = await app.request('/decks/work/')
    expect(response.status).toBe(500)
    const page = await response.text()
    expect(page).toContain('no such layout: &quot;covr&quot;')
    expect(page).toContain('npx turbo run build --filter=@five-pillars/deck-work')
    const again = await app.request('/decks/work/build', {
      method: 'POST',
      headers: { origin: 'http://localhost', 'content-type': 'text/plain' },
    })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/decks/work/'])
  })

  test('a deck without its last slash is sent to the right address', async () => {
    const response = await hub('built').app.request('/decks/work')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/decks/work/'])
  })
})

const print: PrintDecks = async (decks, out) => {
  for (const { id } of decks) await writeFile(path.join(out, `${id}.pdf`), `%PDF ${id}`)
}

describe('a talk on paper', () => {
  test('is printed when it is asked for, once the deck is built', async () => {
    const { builds } = hub('built')
    const pdfs = deckPdfs({ root, print })
    const app = createApp({ root, shelf, builds, islands: noIslands, pdfs })
    expect(await text(app, '/')).toContain('href="./decks/work.pdf"')
    expect((await app.request('/decks/work.pdf')).status).toBe(202)
    const paper = await app.request('/decks/work.pdf')
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(await paper.text()).toBe('%PDF work')
    expect((await app.request('/decks/wrok.pdf')).status).toBe(404)
  })

  test('is not offered where nobody can print', async () => {
    const { app } = hub('built')
    expect(await text(app, '/')).not.toContain('.pdf')
    expect((await app.request('/decks/work.pdf')).status).toBe(404)
  })
})

describe('progress', () => {
  const [current] = shelf.exercises
  if (current === undefined) throw new Error('there is no exercise')
  const standing: LearnerStanding = {
    path: { title: 'Senior engineer' },
    stations: shelf.exercises.map((exercise, index) => ({
      exercise,
      state: index === 0 ? 'passed' : 'open',
      done: index === 0 ? { best: { kept: 5, of: 5 }, graded: { points: 80, total: 100 } } : null,
    })),
    current,
    passed: 1,
    milestones: [
      { id: 'first-checks', title: 'First light', reachedAt: 1 },
      { id: 'one-pillar', title: 'One pillar stands', reachedAt: null },
    ],
  }

  test('is as the file says now, on the page and alone', async () => {
    let passed = 1
    const app = createApp({
      root,
      shelf,
      builds: hub('never').builds,
      islands: noIslands,
      standing: () => Promise.resolve({ ...standing, passed }),
    })
    expect(await text(app, '/learn/')).toContain(
      `Senior engineer: 1 of ${shelf.exercises.length} exercises`,
    )
    passed = 2
    const now = await text(app, '/progress')
    expect(now).toContain(`Senior engineer: 2 of ${shelf.exercises.length} exercises`)
    expect(now).toContain('open checks kept, 80 of 100 points')
    expect(now).toContain('Milestones: First light.')
    expect(now).not.toContain('<html')
  })

  test('that cannot be read says why, and the page is there all the same', async () => {
    const app = createApp({
      root,
      shelf,
      builds: hub('never').builds,
      islands: noIslands,
      standing: () => Promise.reject(new Error('progress.json is a folder')),
    })
    const page = await app.request('/learn/')
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('progress.json is a folder'),
    ])
  })

  test('is where the learner is, when nobody reads it here', async () => {
    expect(await text(hub('never').app, '/learn/')).toContain('npx five-pillars progress')
  })
})

describe('events', () => {
  test('the state of every build comes at once, then each change, and ends with the hub', async () => {
    const { app, builds } = hub('never')
    const response = await app.request('/events')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async (): Promise<string> => (await reader?.read())?.value ?? ''
    expect(await next()).toContain('"kind":"idle"')
    builds.hurry('work')
    expect(await next()).toContain('"message":"bundling <modules>","kind":"building"')
    await builds.close()
    const rest = await reader?.read()
    expect(rest?.done === true || rest?.value?.includes('failed')).toBe(true)
  })
})

describe('exercise', () => {
  test('the brief is a page', async () => {
    const page = await text(hub('never').app, '/exercises/load-balancer/')
    expect(page).toContain('Pick a <em>backend</em>.')
    expect(page).toContain('data-pillar="work"')
    expect(page).toContain('npx five-pillars judge load-balancer')
  })

  test('a brief that is missing is told as such', async () => {
    const gone = createApp({
      root: path.join(root, 'gone'),
      shelf,
      builds: hub('never').builds,
      islands: noIslands,
    })
    const response = await gone.request('/exercises/load-balancer/')
    expect(response.status).toBe(500)
    expect(await response.text()).toContain('no such file')
  })

  test('hidden files have no address', async () => {
    const { app } = hub('never')
    expect((await app.request('/exercises/load-balancer/hidden/manifest.ts')).status).toBe(404)
  })
})

describe('every page', () => {
  test('is at its address, and an address without its last slash leads to it', async () => {
    const { app } = hub('never')
    for (const { at } of allPages(shelf)) {
      if (at === '/guide/' || (at.startsWith('/exercises/') && at !== '/exercises/')) continue
      expect([at, (await app.request(at)).status]).toEqual([at, 200])
      if (at === '/') continue
      const short = await app.request(at.slice(0, -1))
      expect([short.status, short.headers.get('location')]).toEqual([302, at])
    }
  })

  test('an unknown address gets a page with ways on', async () => {
    const response = await hub('never').app.request('/decks/wrok/<b>')
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain('href="/decks/work/"')
    expect(page).not.toContain('<b>')
  })

  test('no page may ask another machine for anything', async () => {
    const { app } = hub('built')
    await app.request('/decks/work/')
    for (const address of ['/', '/nowhere', '/patterns/', '/exercises/load-balancer/']) {
      const policy = (await app.request(address)).headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    }
    const policy = (await app.request('/decks/work/')).headers.get('content-security-policy')
    expect(policy).not.toMatch(/https?:|\*/)
  })

  test('a foreign name that points at this machine is refused', async () => {
    const { app } = hub('never')
    const status = async (host: string): Promise<number> =>
      (await app.request('/', { headers: { host } })).status
    expect(await Promise.all(['127.0.0.1:3030', 'localhost:1', '[::1]:1'].map(status))).toEqual([
      200, 200, 200,
    ])
    expect(
      await Promise.all(['evil.example', '10.0.0.1:3030', 'localhost.evil'].map(status)),
    ).toEqual([421, 421, 421])
  })

  test('a form on a foreign page cannot start a build', async () => {
    const headers = {
      origin: 'http://evil.example',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const { app, builds } = hub('never')
    expect((await app.request('/decks/work/build', { method: 'POST', headers })).status).toBe(403)
    expect(builds.state('work').kind).toBe('idle')
  })
})

describe('assets', () => {
  test('a script of a page waits until it is built, and a failed build is told where it is asked for', async () => {
    const started: string[] = []
    const islands = async (): Promise<void> => {
      started.push('build')
      throw new Error('no such component: "Serch"')
    }
    const app = createApp({ root, shelf, builds: hub('never').builds, islands })
    expect((await app.request('/patterns/')).status).toBe(200)
    expect(started).toEqual([])
    const response = await app.request('/assets/islands/patterns.js')
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.stringContaining('no such component: &quot;Serch&quot;'),
    ])
  })

  test('sheets, script, icon and every font that the sheet names are served', async () => {
    const { app } = hub('never')
    const page = await text(app, '/')
    for (const [, address = ''] of page.matchAll(/(?:href|src)="\.(\/assets\/[^"]+)"/g)) {
      if (address.includes('/islands/')) continue
      expect([address, (await app.request(address)).status]).toEqual([address, 200])
    }
    const fonts = [...(await text(app, '/assets/site.css')).matchAll(/url\('([^']+)'\)/g)]
    expect(fonts.length).toBeGreaterThan(3)
    for (const [, address = ''] of fonts) {
      const font = await app.request(`/assets/${address}`)
      expect(font.headers.get('content-type')).toMatch(/^font\//)
    }
  })

  test('no other file has an address', async () => {
    const { app } = hub('never')
    expect((await app.request('/assets/package.json')).status).toBe(404)
    expect((await app.request('/assets/fonts/package.json')).status).toBe(404)
  })
})
