/** How many copies run on each machine that answered. */
export type Running = Readonly<Record<string, number>>

export interface Step {
  readonly act: 'start' | 'stop'
  readonly machine: string
}

/** The steps from what runs to what should run; none while no machine answers. */
export function stepsTo(wanted: number, seen: Running): Step[] {
  const running = { ...seen }
  const steps: Step[] = []
  if (Object.keys(running).length === 0) return steps
  // #region steps
  while (total(running) < wanted) {
    const machine = idlest(running)
    running[machine] = copiesOn(machine) + 1
    steps.push({ act: 'start', machine })
  }
  while (total(running) > wanted) {
    const machine = busiest(running)
    running[machine] = copiesOn(machine) - 1
    steps.push({ act: 'stop', machine })
  }
  // #endregion steps
  return steps

  function copiesOn(machine: string): number {
    return running[machine] ?? 0
  }
}

function total(running: Running): number {
  return Object.values(running).reduce((sum, copies) => sum + copies, 0)
}

function idlest(running: Running): string {
  return byCopies(running)[0] ?? ''
}

function busiest(running: Running): string {
  return byCopies(running).at(-1) ?? ''
}

/** Machines from the one with the fewest copies to the one with the most. */
function byCopies(running: Running): string[] {
  return Object.entries(running)
    .toSorted(([, one], [, other]) => one - other)
    .map(([machine]) => machine)
}
