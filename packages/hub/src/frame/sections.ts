/** The parts of the hub, as the bar at the top of every page names them. */
export const sections = [
  { id: 'diagnose', name: 'Diagnose', promise: 'Something hurts, or a design is on the table.' },
  { id: 'look-up', name: 'Look up', promise: 'What there is, when it helps, and who says so.' },
  { id: 'learn', name: 'Learn', promise: 'An order to go through it, and what you will know.' },
  { id: 'talks', name: 'Talks', promise: 'Slides, presenter view, notes.' },
  { id: 'exercises', name: 'Exercises', promise: 'Code that is judged under failure.' },
] as const

export type SectionId = (typeof sections)[number]['id']
