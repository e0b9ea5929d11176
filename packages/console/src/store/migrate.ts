import type { DatabaseSync } from 'node:sqlite'

import { ConsoleError } from '../console-error.ts'

/**
 * Each entry takes a room from the version of its index to the next one. An entry that was released
 * never changes: rooms were made with it.
 */
const STEPS: readonly string[] = [
  `
  CREATE TABLE documents (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE learners (
    id TEXT PRIMARY KEY,
    nickname TEXT NOT NULL,
    nickname_key TEXT UNIQUE, -- as it is compared; null once the learner was removed
    token_hash TEXT UNIQUE, -- null after they left
    code_hash TEXT NOT NULL UNIQUE,
    request TEXT NOT NULL UNIQUE, -- the one that joined, so that it can be repeated
    joined_at INTEGER NOT NULL,
    seen_at INTEGER, -- null until the token was used
    is_removed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE sources (hash TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;
  CREATE TABLE verdicts (
    key TEXT PRIMARY KEY, -- of exercise, source, kit and seed: the same is judged once
    verdict TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE submissions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, -- made by the learner's machine
    learner TEXT NOT NULL REFERENCES learners (id),
    exercise TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources (hash),
    kit TEXT NOT NULL, -- the learner's
    sent_at INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('waiting', 'judged', 'superseded', 'not-judged')),
    verdict TEXT REFERENCES verdicts (key),
    superseded_by TEXT,
    why TEXT,
    settled_at INTEGER,
    leave TEXT NOT NULL DEFAULT 'none' CHECK (leave IN ('none', 'asked', 'given', 'refused')),
    CHECK ((standing = 'judged') = (verdict IS NOT NULL))
  ) STRICT;
  CREATE INDEX submissions_by_learner ON submissions (learner, exercise, seq);
  CREATE INDEX submissions_waiting ON submissions (seq) WHERE standing = 'waiting';
  CREATE TABLE attempts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    learner TEXT NOT NULL REFERENCES learners (id),
    exercise TEXT NOT NULL,
    at INTEGER NOT NULL,
    kept TEXT NOT NULL, -- JSON list of promises
    broken TEXT,
    hints INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE hands (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    learner TEXT NOT NULL REFERENCES learners (id),
    at INTEGER NOT NULL,
    is_raised INTEGER NOT NULL,
    exercise TEXT,
    note TEXT NOT NULL
  ) STRICT;
  CREATE TABLE releases (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('hint', 'solution')),
    exercise TEXT NOT NULL,
    level INTEGER,
    learner TEXT REFERENCES learners (id) -- null: the whole room
  ) STRICT;
  CREATE TABLE announcements (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    is_up INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE keys (
    hash TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('host', 'follow', 'remote')),
    at INTEGER NOT NULL
  ) STRICT;
  `,
]

/** Brings a room's file to the version of this kit; a room of a newer kit is left alone. */
export function migrate(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version > STEPS.length) throw new ConsoleError('room-too-new', `version ${version}`)
  for (const step of STEPS.slice(version)) db.exec(step)
  db.exec(`PRAGMA user_version = ${STEPS.length}`)
}
