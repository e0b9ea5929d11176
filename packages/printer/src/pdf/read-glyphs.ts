import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream } from 'pdf-lib'

import type { GlyphMap } from './glyph-map.ts'
import { parseGlyphMap } from './glyph-map.ts'

/**
 * The operators that show text or draw a nested form, in the forms in which Chromium writes them:
 * `/F4 12 Tf`, `<0036> Tj`, `(6) Tj`, `[<0036> -2 (x)] TJ`, `/X5 Do`.
 */
const OPERATORS =
  /\/(?<font>[^\s/]+)\s+[-\d.]+\s+Tf|(?<shown><[\da-fA-F\s]*>|\((?:\\[\s\S]|[^\\)])*\)|\[(?:[^\]\\(]|\((?:\\[\s\S]|[^\\)])*\))*\])\s*T[jJ]|\/(?<form>[^\s/]+)\s+Do/g
const STRINGS = /<(?<hex>[\da-fA-F\s]*)>|\((?<literal>(?:\\[\s\S]|[^\\)])*)\)/g
/** Slides nest a form for each level of opacity; more than this is a circle. */
const MOST_NESTED_FORMS = 20

/** Characters that follow each other in one font. */
export interface GlyphRun {
  /** Without the mark of a subset: `IBMPlexSans-SemiBold`; empty for a font without a name. */
  font: string
  type: string
  text: string
}

/**
 * The characters that a content stream shows, in the order in which it shows them, by way of the
 * tables that make text selectable (ISO 32000-1, 9.10.3): where one is missing, so is the text.
 */
export function readGlyphs(content: string, resources: PDFDict, depth = 0): GlyphRun[] {
  if (depth > MOST_NESTED_FORMS) throw new Error(`forms are nested more than ${depth - 1} deep`)
  const runs: GlyphRun[] = []
  let font: Font = { name: '', type: '', map: parseGlyphMap('') }
  for (const { groups = {} } of content.matchAll(OPERATORS)) {
    if (groups['font'] !== undefined) font = fontOf(resources, groups['font'])
    else if (groups['form'] !== undefined) runs.push(...readForm(resources, groups['form'], depth))
    else if (groups['shown'] !== undefined) {
      const text = decode(groups['shown'], font.map)
      const last = runs.at(-1)
      if (last !== undefined && last.font === font.name && last.type === font.type)
        last.text += text
      else runs.push({ font: font.name, type: font.type, text })
    }
  }
  return runs
}

export function decodeStream(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function readForm(resources: PDFDict, name: string, depth: number): GlyphRun[] {
  const form = entryOf(resources, 'XObject', name)
  if (!(form instanceof PDFRawStream)) return []
  const isForm = form.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')
  const own = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
  return isForm ? readGlyphs(decodeStream(form), own ?? resources, depth + 1) : []
}

interface Font {
  name: string
  type: string
  map: GlyphMap
}

/** Fonts are shared by all pages, so each is read once. */
const known = new WeakMap<PDFDict, Font>()

function fontOf(resources: PDFDict, key: string): Font {
  const dict = entryOf(resources, 'Font', key)
  if (!(dict instanceof PDFDict)) return { name: '', type: '', map: parseGlyphMap('') }
  const font = known.get(dict) ?? readFont(dict)
  known.set(dict, font)
  return font
}

function readFont(dict: PDFDict): Font {
  const table = dict.lookup(PDFName.of('ToUnicode'))
  return {
    name: baseFontOf(dict),
    type: nameIn(dict, 'Subtype'),
    map: parseGlyphMap(table instanceof PDFRawStream ? decodeStream(table) : ''),
  }
}

/** A font's name without the mark of a subset. */
export function baseFontOf(font: PDFDict): string {
  return nameIn(font, 'BaseFont').replace(/^[A-Z]{6}\+/, '')
}

/** The value of an entry that is a name, or an empty text. */
export function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

function entryOf(resources: PDFDict, kind: string, name: string): unknown {
  return resources.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(name))
}

function decode(shown: string, { bytes, characters }: GlyphMap): string {
  let text = ''
  for (const { groups = {} } of shown.matchAll(STRINGS)) {
    const raw =
      groups['hex'] === undefined
        ? Buffer.from(unescape(groups['literal'] ?? ''), 'latin1')
        : Buffer.from(groups['hex'].replaceAll(/\s/g, ''), 'hex')
    for (let at = 0; at + bytes <= raw.length; at += bytes) {
      text += characters.get(raw.readUIntBE(at, bytes)) ?? ''
    }
  }
  return text
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

function unescape(literal: string): string {
  return literal.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped)
      ? String.fromCharCode(Number.parseInt(escaped, 8))
      : (ESCAPES.get(escaped) ?? escaped),
  )
}
