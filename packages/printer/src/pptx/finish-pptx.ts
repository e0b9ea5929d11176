import JSZip from 'jszip'

/** Where pptxgenjs writes what a speaker says, all of it into one paragraph. */
const NOTE = /<a:p><a:r>(?<look><a:rPr [^>]*\/>)<a:t>(?<text>[^<]*\n[^<]*)<\/a:t><\/a:r>/g
const SLIDE = /^ppt\/slides\/slide(?<no>\d+)\.xml$/
const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g

/** What Slidev's exporter calls every drawing. */
const DRAWING = /descr="Rendered as an image[^"]*"/g

export interface FinishOptions {
  /** When the deck was built. */
  date: Date
  /** Of the slides, in order. */
  titles: readonly string[]
}

export interface FinishedPptx {
  bytes: Uint8Array
  /** As somebody counts them who unzips it. */
  slides: number
}

/**
 * Gives each line of the notes its own paragraph, each drawing the title of its slide as a text for
 * those who do not see it, and every date in the file the one of the deck: the same deck is the same
 * file.
 */
export async function finishPptx(
  made: Uint8Array,
  { date, titles }: FinishOptions,
): Promise<FinishedPptx> {
  const from = await JSZip.loadAsync(made)
  const to = new JSZip()
  const names = Object.keys(from.files).filter((name) => from.files[name]?.dir === false)
  for (const name of names) {
    const part = from.file(name)
    if (part === null) continue
    const settings = { date, createFolders: false }
    if (/\.(?:xml|rels)$/.test(name)) {
      const xml = await part.async('string')
      to.file(name, finishXml(name, xml, { date, titles }), settings)
    } else {
      to.file(name, await part.async('uint8array'), settings)
    }
  }
  const bytes = await to.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
  return { bytes, slides: names.filter((name) => SLIDE.test(name)).length }
}

function finishXml(name: string, xml: string, { date, titles }: FinishOptions): string {
  if (name === 'docProps/core.xml') {
    return xml.replaceAll(DATES, `$1${date.toISOString().replace(/\.\d+Z/, 'Z')}`)
  }
  const slide = SLIDE.exec(name)?.groups?.['no']
  if (slide !== undefined) {
    const title = escape(titles[Number(slide) - 1] ?? '')
    return xml.replaceAll(DRAWING, () => `descr="${title}"`)
  }
  if (!name.startsWith('ppt/notesSlides/')) return xml
  return xml.replaceAll(NOTE, (_, look: string, text: string) => {
    const lines = text.split(/[\r\n]+/)
    return lines.map((line) => `<a:p><a:r>${look}<a:t>${line}</a:t></a:r>`).join('</a:p>')
  })
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
