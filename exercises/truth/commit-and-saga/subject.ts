import type * as starter from './src/commit-and-saga.ts'

/** What a submission exports. */
export type Subject = Pick<typeof starter, 'createCoordinator' | 'createParticipant' | 'createSaga'>
