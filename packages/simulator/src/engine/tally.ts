/** What a run did to messages and nodes, counted. */
export interface Tally {
  /** Messages that arrived, copies among them. */
  readonly delivered: number
  /** Messages that were lost on their way, at a cut link or at a node that was down. */
  readonly dropped: number
  /** How often a fault cut links. */
  readonly partitions: number
  /** How often a node started again. */
  readonly restarts: number
}
