/** Longest event that is read: a welcome with a verdict and its run for each exercise. */
const EVENT_LENGTH_MAX = 8 * 2 ** 20

/**
 * The data of server-sent events (HTML standard, 9.2.6), one text for each event, however the bytes
 * were cut on their way. Comments and other fields are read over.
 *
 * @throws Error where an event is longer than 8 Mi characters
 */
export async function* messagesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  let data: string[] = []
  let length = 0
  let wasReturn = false
  for await (const part of bytes) {
    const text = decoder.decode(part, { stream: true })
    // The second half of a line end whose first half came with the bytes before.
    rest = wasReturn && text.startsWith('\n') ? text.slice(1) : rest + text
    if (text !== '') wasReturn = text.endsWith('\r')
    const lines = rest.split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      length += line.length
      if (line === '') {
        if (data.length > 0) yield data.join('\n')
        data = []
        length = 0
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
    }
    if (length + rest.length > EVENT_LENGTH_MAX) throw new Error('An event has no end.')
  }
}
