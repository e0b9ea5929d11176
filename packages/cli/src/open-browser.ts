/** Opens an address in this machine's browser; does nothing in CI, where nobody is looking. */
export async function openBrowser(url: string): Promise<void> {
  if (process.env['CI'] !== undefined) return
  const { default: open } = await import('open')
  const opener = await open(url)
  // A machine without a browser or a desktop still has the printed address.
  opener.once('error', () => console.error(`No browser opened. The address is ${url}`))
}
