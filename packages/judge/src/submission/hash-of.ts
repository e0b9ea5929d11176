import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'

/** Far more than a submission may have: the rest of a larger file tells nothing. */
const BYTES_MAX = 1024 * 1024

/** Names the content of a file; null when it cannot be read. */
export async function hashOf(file: string): Promise<string | null> {
  try {
    // Opening a pipe waits for whoever writes into it, which may be nobody.
    if (!(await stat(file)).isFile()) return null
    await using handle = await open(file)
    const { size } = await handle.stat()
    const bytes = new Uint8Array(Math.min(size, BYTES_MAX))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    const hash = createHash('sha256').update(`${size}\n`).update(bytes.subarray(0, bytesRead))
    return hash.digest('hex')
  } catch {
    return null
  }
}
