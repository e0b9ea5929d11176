/**
 * How a part is doing, shown by its form and never by its colour alone: healthy is filled, slow is
 * hatched, dead is an outline with a cross, unknown is dotted, plain says nothing.
 */
export type PartState = 'healthy' | 'slow' | 'dead' | 'unknown' | 'plain'
