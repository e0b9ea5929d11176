import { PDFArray, PDFDict, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

/** What Chromium calls the heads of a table, so that its cells can name them. */
const NODE = /^node(\d+)$/
const DIGITS = 8
/** Dictionaries and lists within each other; more than this is a circle. */
const MOST_NESTED = 50

/**
 * Counts the heads of tables anew, from 1. Chromium names them by a number that the browser gives to
 * elements as it comes by them, which is another one when a page took another moment to load.
 */
export function renumberNodes(pdf: PDFDocument): void {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const found = new Set<string>()
  for (const object of objects) {
    replaceNodes(object, (name) => {
      found.add(name)
      return name
    })
  }
  // In their order, since the list of all names is searched by halves.
  const names = new Map(
    [...found]
      .toSorted()
      .map((name, index) => [name, `node${String(index + 1).padStart(DIGITS, '0')}`]),
  )
  for (const object of objects) replaceNodes(object, (name) => names.get(name) ?? name)
}

function replaceNodes(object: PDFObject, rename: (name: string) => string, depth = 0): void {
  if (depth > MOST_NESTED) throw new Error(`objects are nested more than ${MOST_NESTED} deep`)
  const replaced = (value: PDFObject): PDFObject => {
    if (value instanceof PDFString && NODE.test(value.asString())) {
      return PDFString.of(rename(value.asString()))
    }
    replaceNodes(value, rename, depth + 1)
    return value
  }
  if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) object.set(index, replaced(value))
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) object.set(key, replaced(value))
  }
}
