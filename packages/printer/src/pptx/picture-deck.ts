import { createRequire } from 'node:module'

import type Pptx from 'pptxgenjs'

import type { SlidePicture } from '../formats/slide-pictures.ts'

/** Its types are those of its CommonJS file; what an `import` gets is another one. */
const PptxGenJS: typeof Pptx.default = createRequire(import.meta.url)('pptxgenjs')

/** Of a slide, in inches at 96 pixels each. */
const WIDTH = 980 / 96
const HEIGHT = 552 / 96
const LAYOUT = 'five-pillars'
const MASTER = 'Picture'
/** The title stands above the slide, where only outlines and screen readers find it. */
const TITLE = { x: 0, y: -0.6, w: WIDTH, h: 0.5, fontSize: 14 }

/** One picture a slide, with its title, its text for those who do not see it, and its notes. */
export async function pictureDeck(
  pictures: readonly SlidePicture[],
  { title, author }: { title: string; author: string },
): Promise<Uint8Array> {
  const pptx = new PptxGenJS()
  pptx.title = title
  pptx.author = author
  pptx.subject = title
  pptx.company = ''
  pptx.defineLayout({ name: LAYOUT, width: WIDTH, height: HEIGHT })
  pptx.layout = LAYOUT
  pptx.defineSlideMaster({
    title: MASTER,
    objects: [{ placeholder: { options: { ...TITLE, name: 'title', type: 'title' }, text: '' } }],
  })
  for (const picture of pictures) {
    const slide = pptx.addSlide({ masterName: MASTER })
    slide.addText(picture.title, { placeholder: 'title' })
    slide.addImage({
      data: `image/png;base64,${Buffer.from(picture.bytes).toString('base64')}`,
      altText: picture.alt,
      x: 0,
      y: 0,
      w: WIDTH,
      h: HEIGHT,
    })
    if (picture.note !== '') slide.addNotes(picture.note)
  }
  const written = await pptx.write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new TypeError('pptxgenjs gave no bytes')
  return written
}
