const FALLBACK_COLUMNS = 80

/** What the terminal on stdout can show; colours by the rules of `NO_COLOR` and `FORCE_COLOR`. */
export function terminal(): { columns: number; color: boolean } {
  return {
    columns: process.stdout.columns ?? FALLBACK_COLUMNS,
    color: process.stdout.isTTY ? process.stdout.hasColors() : forcedColor(),
  }
}

function forcedColor(): boolean {
  const forced = process.env['FORCE_COLOR']
  return forced !== undefined && forced !== '0' && process.env['NO_COLOR'] === undefined
}
