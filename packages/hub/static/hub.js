// Loaded before the first paint, so that a remembered colour scheme does not flash.
// The decks are served from this origin and read the same key: a deck opens as the hub looks.
const SCHEME_KEY = 'slidev-color-schema'
const prefersDark = matchMedia('(prefers-color-scheme: dark)')

function isDark() {
  const remembered = localStorage.getItem(SCHEME_KEY)
  return remembered === 'dark' || (remembered !== 'light' && prefersDark.matches)
}

// What only acts with a script is there from the first paint, or never.
document.documentElement.classList.add('scripted')

function paint() {
  const dark = isDark()
  document.documentElement.classList.toggle('dark', dark)
  document.documentElement.classList.toggle('light', !dark)
  const toggle = document.querySelector('[data-theme-toggle]')
  if (toggle === null) return
  toggle.hidden = false
  toggle.textContent = dark ? 'Light' : 'Dark'
}

function toggleScheme() {
  const dark = !isDark()
  const scheme = dark === prefersDark.matches ? 'auto' : dark ? 'dark' : 'light'
  localStorage.setItem(SCHEME_KEY, scheme)
  paint()
}

function showBuild({ deck, kind, text, percent, message }) {
  for (const place of document.querySelectorAll(`[data-deck="${deck}"]`)) {
    if (place.hasAttribute('data-opens') && (kind === 'built' || kind === 'failed')) {
      // The part of the address after # names the slide or the view: a reload keeps it.
      location.reload()
      return
    }
    announce(place, kind)
    place.dataset.build = kind
    place.querySelector('[data-build-text]').textContent = text
    place.querySelector('progress').value = percent
    const line = place.querySelector('[data-build-message]')
    if (line !== null) line.textContent = message
  }
}

/** Says aloud that a build has ended, once, and not each percent of it. */
function announce(place, kind) {
  const status = document.querySelector('[data-announce]')
  const ended = place.dataset.build === 'building' && (kind === 'built' || kind === 'failed')
  const name = place.closest('article')?.querySelector('h3')?.textContent.trim()
  if (status !== null && ended) status.textContent = `${name}: ${kind}`
}

let events

/** A browser keeps six connections to one host: only a page that is seen holds one. */
function listen() {
  const wanted = document.visibilityState === 'visible' && document.querySelector('[data-build]')
  if (!wanted) {
    events?.close()
    events = undefined
    return
  }
  if (events !== undefined) return
  events = new EventSource(`${document.documentElement.dataset.root}events`)
  events.addEventListener('message', (event) => {
    for (const build of JSON.parse(event.data)) showBuild(build)
  })
}

async function copy(button) {
  const code = button.closest('.copyable').querySelector('code')
  await navigator.clipboard.writeText(code.textContent)
  button.textContent = 'Copied'
  button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true })
}

const PROGRESS_MS = 2000

/** The learner's file changes with each check; only a page that is seen asks for it. */
async function followProgress() {
  const place = document.querySelector('[data-progress]')
  if (place === null) return
  if (document.visibilityState === 'visible') {
    const answer = await fetch(`${document.documentElement.dataset.root}progress`).catch(() => null)
    const text = answer?.ok ? await answer.text() : shownProgress
    // What has not changed stays: whoever stands on a link in it keeps that place.
    if (text !== shownProgress) place.innerHTML = shownProgress = text
  }
  setTimeout(followProgress, PROGRESS_MS)
}

let shownProgress

paint()
prefersDark.addEventListener('change', paint)
addEventListener('storage', paint)
document.addEventListener('visibilitychange', listen)
addEventListener('pagehide', () => {
  events?.close()
  events = undefined
})
addEventListener('pageshow', listen)
// A slash goes to the search, as on many sites, unless somebody writes.
addEventListener('keydown', (event) => {
  const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
  if (!isPlain || event.target.closest('input, textarea, select, [contenteditable]')) return
  event.preventDefault()
  const field = document.querySelector('[data-search]')
  if (field === null) document.querySelector('[data-find]')?.click()
  else field.focus()
})
document.addEventListener('DOMContentLoaded', () => {
  paint()
  void followProgress()
  document.querySelector('[data-theme-toggle]').addEventListener('click', toggleScheme)
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => copy(button))
  }
})
