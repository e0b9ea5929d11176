/** Buttons that copy the address of the page, where the browser lets a page do so. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-link]')) {
  const { clipboard } = navigator
  // A page that is served without TLS from another machine has no clipboard.
  if (clipboard === undefined) continue
  const label = button.textContent
  button.hidden = false
  button.addEventListener('click', async () => {
    await clipboard.writeText(location.href)
    button.textContent = 'Copied'
  })
  button.addEventListener('blur', () => {
    button.textContent = label
  })
}
