/**
 * Runs inside the page: leaves one container for each slide, its last click state, so that one load
 * serves the check of all click states and the print of the slides. They are taken out, not hidden:
 * a drawing's arrow heads are found by their id, and the first of that id has to be a visible one.
 */
export function keepLastStates(): void {
  const containers = [...document.querySelectorAll('.print-slide-container')]
  for (const [index, container] of containers.entries()) {
    const next = containers[index + 1]
    if (next !== undefined && next.id.split('-')[0] === container.id.split('-')[0]) {
      container.remove()
    }
  }
}
