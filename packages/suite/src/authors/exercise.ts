import type { Part } from '../define-suite.ts'

/** What the tests of an author read of `hidden/manifest.ts`. */
export interface ManifestData {
  readonly slug: string
  readonly parts: readonly { readonly id: string; readonly stretch: boolean }[]
  readonly promises: readonly {
    readonly id: string
    readonly text: string
    readonly kind: 'safety' | 'liveness' | 'performance'
  }[]
  readonly tests: readonly {
    readonly id: string
    readonly promise: string
    readonly part: string
    readonly points: number
  }[]
  readonly mutants: readonly { readonly file: string; readonly promise: string }[]
  readonly alternatives: readonly { readonly file: string }[]
}

/** An exercise as its author sees it. */
export interface Exercise<Subject> {
  /** Absolute path of its folder `hidden/`. */
  readonly hidden: string
  readonly manifest: ManifestData
  readonly parts: readonly Part<Subject>[]
  /** File name → another correct solution. */
  readonly alternatives: Readonly<Record<string, Subject>>
  /** The files of the table of mutants, each checked against the exports of the starter. */
  readonly mutantFiles: readonly string[]
}
