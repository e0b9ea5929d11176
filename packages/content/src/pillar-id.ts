export type PillarId = 'work' | 'state' | 'truth' | 'control' | 'intelligence'
