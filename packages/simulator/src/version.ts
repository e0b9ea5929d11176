/**
 * Version of the kit. It stands in traces and replay tokens: a change of the engine makes other
 * worlds of the same seeds.
 */
export const KIT_VERSION = '0.1.0'
