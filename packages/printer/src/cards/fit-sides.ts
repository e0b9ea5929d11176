// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
/**
 * Runs inside the page: sets each side's text as large as the paper allows.
 *
 * @returns the headings of sides that are too full even with the smallest text
 */
export function fitSides(): string[] {
  const LARGEST = 144
  const SMALLEST = 80
  const STEP = 2
  const isFull = (side: HTMLElement): boolean => {
    const body = side.querySelector('.card-body')
    const table = body?.querySelector('table')
    return (table?.scrollHeight ?? 0) > (body?.clientHeight ?? 0)
  }
  return [...document.querySelectorAll<HTMLElement>('.card-side')].flatMap((side) => {
    for (let percent = LARGEST; percent >= SMALLEST; percent -= STEP) {
      side.style.setProperty('--fit', String(percent / 100))
      if (!isFull(side)) return []
    }
    return [side.querySelector('h1')?.textContent ?? '']
  })
}
