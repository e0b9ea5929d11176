/** `out`: the console answers, and does not let this page in any more. */
export type Connection = 'there' | 'lost' | 'out'

/** What somebody reads of it; nothing while all is well. */
export function connectionText(connection: Connection): string {
  switch (connection) {
    case 'there':
      return ''
    case 'lost':
      return 'No connection: trying again'
    case 'out':
      return 'This code is good no more: scan the new one'
  }
}
