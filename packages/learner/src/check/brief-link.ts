/** The part of the brief, and of the talk, that explains a broken promise. */
export interface BriefLink {
  /** Relative to the kit, with forward slashes: `exercises/truth/quorum/README.md`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The number of the promise in the brief, and its text without marks. */
  readonly promise: number
  readonly text: string
  /** The talk, and the title of its slide, which is in the outline of the handout too. */
  readonly talk: { readonly deck: string; readonly slide: string } | null
}
