/** What a deck tells of one of its slides. */
export interface SlideNote {
  /** Counted from 1. */
  no: number
  title: string
  /** As Slidev renders it; each click is an empty element that has its number in `data-clicks`. */
  html: string
}

/** Runs inside the page: what the theme's print page tells; nothing where it tells nothing. */
export function readNotes(): SlideNote[] | undefined {
  const told = document.getElementById('five-pillars-notes')?.textContent
  return told === undefined ? undefined : JSON.parse(told)
}
