/**
 * The shape of a famous mistake: a flag has a new meaning, and on the one server that did not get
 * the new code it still has its old one, which sends orders that nobody gave.
 */
export const broker = {
  servers: ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'],
  /** The copying of the new code to it fails, and nobody is told. */
  forgotten: 's8',
  /** One customer's order, to the next server each time. */
  orderEveryMs: 60,
  /** What the dead code does once it is woken: one order each time. */
  wrongEveryMs: 25,
  latencyMs: 8,
  /** How long a wave is watched before the next one. */
  bakeMs: 500,
  /** When somebody decides what to do about the wrong orders. */
  decidedAtMs: 1500,
  runMs: 2700,
} as const
