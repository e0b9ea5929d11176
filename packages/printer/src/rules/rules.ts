import type { Rule } from '../page/probe.ts'
import { clipped } from './clipped.ts'
import { emptySlide } from './empty-slide.ts'
import { mermaidError } from './mermaid-error.ts'
import { missingImage } from './missing-image.ts'
import { offCanvas } from './off-canvas.ts'
import { paleDrawing } from './pale-drawing.ts'
import { tinyText } from './tiny-text.ts'
import { unknownElement } from './unknown-element.ts'

/** What is measured in every click state. */
export const rules: readonly Rule[] = [
  clipped,
  offCanvas,
  tinyText,
  paleDrawing,
  missingImage,
  mermaidError,
  unknownElement,
  emptySlide,
]
