import { matches } from './filter.ts'
import type { Filter } from './filter.ts'

/** The names of the fields, which are also those in the address: a filtered table can be shared. */
const FIELDS = ['q', 'pain', 'pillar'] as const

const form = document.querySelector<HTMLFormElement>('[data-filters]')
const rows = [...document.querySelectorAll<HTMLTableRowElement>('.patterns tbody tr')]
const count = document.querySelector('[data-count]')
const none = document.querySelector<HTMLElement>('[data-none]')
const table = document.querySelector<HTMLElement>('.patterns')

if (form !== null) {
  fillFrom(form, new URLSearchParams(location.search))
  form.addEventListener('input', () => {
    apply(form)
    history.replaceState(undefined, '', addressOf(form))
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  document.querySelector('[data-clear]')?.addEventListener('click', () => {
    fillFrom(form, new URLSearchParams())
    apply(form)
    history.replaceState(undefined, '', location.pathname)
    form.querySelector('input')?.focus()
  })
  apply(form)
}

function apply(filled: HTMLFormElement): void {
  const filter = filterOf(filled)
  for (const row of rows) {
    row.hidden = !matches(
      {
        text: row.textContent,
        pillar: row.dataset['pillar'] ?? '',
        pains: (row.dataset['pains'] ?? '').split(' '),
      },
      filter,
    )
  }
  const shown = rows.filter((row) => !row.hidden).length
  if (count !== null) count.textContent = `${shown} of ${rows.length} patterns`
  if (none !== null) none.hidden = shown > 0
  if (table !== null) table.hidden = shown === 0
}

function filterOf(filled: HTMLFormElement): Filter {
  const data = new FormData(filled)
  const text = (name: (typeof FIELDS)[number]): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { words: text('q'), pain: text('pain'), pillar: text('pillar') }
}

function fillFrom(filled: HTMLFormElement, asked: URLSearchParams): void {
  for (const name of FIELDS) {
    const field = filled.elements.namedItem(name)
    const value = asked.get(name) ?? ''
    if (field instanceof HTMLInputElement) field.value = value
    if (field instanceof HTMLSelectElement) {
      const isKnown = [...field.options].some((option) => option.value === value)
      field.value = isKnown ? value : ''
    }
  }
}

function addressOf(filled: HTMLFormElement): string {
  const asked = new URLSearchParams()
  for (const [name, value] of new FormData(filled)) {
    if (typeof value === 'string' && value !== '') asked.set(name, value)
  }
  return asked.size === 0 ? location.pathname : `?${asked}`
}
