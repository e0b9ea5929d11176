import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'

import type { Point } from '../drawing/geometry.ts'
import { pullOf } from './pull.ts'
import type { Pull } from './pull.ts'
import type { LinkThing, MessageThing, Thing } from './things.ts'

interface GripOptions {
  readonly svg: Readonly<ShallowRef<SVGSVGElement | null>>
  /** Of the drawing, in its own units. */
  width(): number
  /** What is at a place of the drawing. */
  find(at: Point, isTouch: boolean): Thing | undefined
  delaysOf(thing: MessageThing): number[]
  /** A message was taken in hand. */
  take(): void
  /** It was let go, and nothing has happened to it. */
  drop(): void
  click(thing: LinkThing): void
  lose(thing: MessageThing): void
  delay(thing: MessageThing, byMs: number): void
}

/** What a mouse or a finger does in a world. */
export interface Grip {
  readonly hovered: ComputedRef<Thing | undefined>
  /** The message in hand, and how far the hand has come. */
  readonly drag: Readonly<ShallowRef<{ thing: MessageThing; by: Point } | undefined>>
  /** What becomes of it when it is let go here. */
  readonly pull: ComputedRef<Pull>
  onDown(event: PointerEvent): void
  onMove(event: PointerEvent): void
  onUp(event: PointerEvent): void
  onCancel(): void
  onLeave(): void
}

/**
 * Things are found by where they are, not by what is drawn: messages move sixty times a second, and
 * a finger is wider than a line.
 */
export function useGrip(options: GripOptions): Grip {
  const pointer = shallowRef<{ at: Point; isTouch: boolean }>()
  const drag = shallowRef<{ thing: MessageThing; by: Point }>()
  let pressed: LinkThing | undefined
  let start: Point = [0, 0]

  const hovered = computed(() => {
    if (pointer.value === undefined || drag.value !== undefined) return undefined
    return options.find(pointer.value.at, pointer.value.isTouch)
  })
  const pull = computed((): Pull => {
    if (drag.value === undefined) return { kind: 'none' }
    const { thing, by } = drag.value
    return pullOf(by, thing.lane, options.delaysOf(thing))
  })

  function pointOf({ clientX, clientY }: PointerEvent): Point {
    const box = options.svg.value?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return [0, 0]
    const scale = options.width() / box.width
    return [(clientX - box.left) * scale, (clientY - box.top) * scale]
  }

  function onMove(event: PointerEvent): void {
    const at = pointOf(event)
    pointer.value = { at, isTouch: event.pointerType === 'touch' }
    const held = drag.value?.thing
    if (held !== undefined) drag.value = { thing: held, by: [at[0] - start[0], at[1] - start[1]] }
  }

  function onDown(event: PointerEvent): void {
    onMove(event)
    const thing = hovered.value
    if (event.button !== 0 || thing === undefined) return
    // A finger on something does not turn the slide.
    event.stopPropagation()
    event.preventDefault()
    start = pointOf(event)
    if (thing.kind === 'link') {
      pressed = thing
      return
    }
    options.svg.value?.setPointerCapture(event.pointerId)
    options.take()
    drag.value = { thing, by: [0, 0] }
  }

  function letGo(thing: MessageThing, done: Pull): void {
    if (done.kind === 'lose') options.lose(thing)
    else if (done.kind === 'delay') options.delay(thing, done.byMs)
    else options.drop()
  }

  function onUp(event: PointerEvent): void {
    const held = drag.value?.thing
    const done = pull.value
    drag.value = undefined
    if (held !== undefined) letGo(held, done)
    else if (pressed !== undefined && hovered.value?.key === pressed.key) options.click(pressed)
    pressed = undefined
    // Nothing is under a finger that was lifted.
    if (event.pointerType === 'touch') pointer.value = undefined
  }

  function onCancel(): void {
    if (drag.value !== undefined) options.drop()
    drag.value = undefined
    pressed = undefined
    pointer.value = undefined
  }

  function onLeave(): void {
    if (drag.value === undefined) pointer.value = undefined
  }

  return { hovered, drag, pull, onDown, onMove, onUp, onCancel, onLeave }
}
