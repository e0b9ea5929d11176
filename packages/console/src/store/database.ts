import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

import { ConsoleError } from '../console-error.ts'
import { migrate } from './migrate.ts'

/** Result codes of SQLite (sqlite.org/rescode.html) that say something about the disk. */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** What was to be written is not on the disk, and is not in the database either. */
export class NotKept extends Error {
  readonly why: 'full' | 'unwritable'

  constructor(why: 'full' | 'unwritable', cause: unknown) {
    super(why === 'full' ? 'The disk is full.' : 'The disk cannot be written.', { cause })
    this.name = 'NotKept'
    this.why = why
  }
}

/** Hears why nothing can be kept, and null once it can again. */
export type DiskListener = (why: NotKept['why'] | null) => void

/** While nothing can be kept, it is tried so often whether it can again. */
const PROBE_MS = 3000
const PROBE_BYTES = 64 * 1024

export type Row = Record<string, SQLOutputValue>

/**
 * The file in which a room's day is kept. What `write` has returned from is on the disk: each
 * transaction is synced. One process has it open at a time.
 */
export class Database implements Disposable {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #onDisk: DiskListener
  #probe: NodeJS.Timeout | undefined

  /** @throws ConsoleError `room-in-use`, `room-damaged`, `room-unwritable` */
  constructor(file: string, onDisk: DiskListener = () => {}) {
    this.#onDisk = onDisk
    try {
      this.#db = new DatabaseSync(file, { timeout: 0 })
      // Exclusive: two consoles of one room would each know half of it.
      this.#db.exec(`PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;`)
      this.write(() => migrate(this.#db))
    } catch (error) {
      throw openingError(file, error)
    }
  }

  /** All rows of a query. */
  rows(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values)
  }

  /** The first row of a query. */
  row(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values)
  }

  /** Changes rows; inside `write` only. Returns how many. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes)
  }

  /**
   * Does all of it or nothing, and returns when it is on the disk.
   *
   * @throws NotKept when it cannot be written: then nothing has changed
   */
  write<Result>(act: () => Result): Result {
    try {
      const result = this.#transaction(act)
      if (this.#probe !== undefined) this.#isWell()
      return result
    } catch (error) {
      const unkept = notKept(error)
      if (unkept === undefined) throw error
      this.#isIll(unkept)
      throw unkept
    }
  }

  /** Whether the last thing that was to be written could not be. */
  get isIll(): boolean {
    return this.#probe !== undefined
  }

  /** No page beyond these is to be had, as on a disk that is full; for tests. */
  limitPages(pages: number): void {
    this.#db.exec(`PRAGMA max_page_count = ${pages}`)
  }

  /** Pages that the file has. */
  get pages(): number {
    return Number(this.row('PRAGMA page_count')?.['page_count'])
  }

  /**
   * Leaves nothing of what was deleted in the file or beside it, nor in a file for the time being.
   *
   * @throws NotKept when there is no room to write it anew: it is as it was
   */
  vacuum(): void {
    try {
      this.#db.exec(`PRAGMA temp_store = MEMORY;
        PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);`)
    } catch (error) {
      throw notKept(error) ?? error
    }
  }

  close(): void {
    clearInterval(this.#probe)
    if (this.#db.isOpen) this.#db.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #transaction<Result>(act: () => Result): Result {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = act()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      // Where the disk is full SQLite may have rolled back by itself.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  #isIll({ why }: NotKept): void {
    if (this.#probe !== undefined) return
    this.#probe = setInterval(() => this.#try(), PROBE_MS).unref()
    this.#onDisk(why)
  }

  /** Whether as much as an ordinary submission can be written again. */
  #try(): void {
    try {
      this.#transaction(() => {
        this.run("INSERT INTO documents (key, value) VALUES ('probe', ?)", 'x'.repeat(PROBE_BYTES))
        this.run("DELETE FROM documents WHERE key = 'probe'")
      })
      this.#isWell()
    } catch {
      // It is as it was.
    }
  }

  #isWell(): void {
    clearInterval(this.#probe)
    this.#probe = undefined
    this.#onDisk(null)
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function notKept(error: unknown): NotKept | undefined {
  const code = codeOf(error)
  if (code === FULL) return new NotKept('full', error)
  if (code === IOERR || code === READONLY || code === CANTOPEN) {
    return new NotKept('unwritable', error)
  }
  return undefined
}

function openingError(file: string, error: unknown): unknown {
  switch (codeOf(error instanceof NotKept ? error.cause : error)) {
    case BUSY:
      return new ConsoleError('room-in-use', file)
    case CORRUPT:
    case NOTADB:
      return new ConsoleError('room-damaged', file)
    case FULL:
    case IOERR:
    case READONLY:
    case CANTOPEN:
      return new ConsoleError('room-unwritable', file)
    case undefined:
    default:
      return error
  }
}

/** The primary code is in the lowest byte. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}
