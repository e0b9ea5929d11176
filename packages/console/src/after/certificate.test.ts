import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'

import { certificate } from './certificate.ts'
import { madeUpLearner, madeUpRoom, madeUpSubmission } from './made-up-room.ts'

/** Opened by the reader of browsers, which shares nothing with what wrote it. */
async function read(pdf: Uint8Array): Promise<{ title: string; text: string; pages: number }> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
  const opened = await loading.promise
  const { items } = await (await opened.getPage(1)).getTextContent()
  const { info } = await opened.getMetadata()
  const pages = opened.numPages
  await loading.destroy()
  return {
    title: 'Title' in info ? String(info.Title) : '',
    text: items.map((item) => ('str' in item ? item.str : '')).join(''),
    pages,
  }
}

async function certificateOf(
  nickname: string,
): Promise<{ isNamePrinted: boolean; title: string; text: string; pages: number }> {
  const learner = madeUpLearner(nickname, { submissions: [madeUpSubmission(50, ['fair'])] })
  const { pdf, isNamePrinted } = await certificate(madeUpRoom([learner]), learner)
  return { isNamePrinted, ...(await read(pdf)) }
}

describe('a certificate', () => {
  test.each([
    'Ada',
    'Zoë Müller-Łukasiewicz',
    'Đặng Thị Ngọc Ánh',
    'Şükrü İpek',
    'Γιώργος Σεφέρης',
    'Юлия Тимошенко',
    '=cmd|calc',
    '<b>Ada</b>',
    'W'.repeat(32),
  ])('has the name %j, as it is', async (nickname) => {
    const { isNamePrinted, title, text, pages } = await certificateOf(nickname)
    expect(isNamePrinted).toBe(true)
    expect(text).toContain(nickname.normalize('NFC'))
    expect(title).toBe(`Certificate: ${nickname}`)
    expect(pages).toBe(1)
  })

  test.each(['山田太郎', '김민준', 'محمد', 'שרה', 'สมชาย', 'अदिति', '🦊', 'Ada 山田'])(
    'leaves a line for the name %j, which its fonts do not have',
    async (nickname) => {
      const { isNamePrinted, title, text } = await certificateOf(nickname)
      expect(isNamePrinted).toBe(false)
      expect(text).toContain('Name')
      expect(text).not.toContain(nickname)
      expect(title).toBe(`Certificate: ${nickname}`)
    },
  )

  test('says what was kept and what was not', async () => {
    const { text } = await certificateOf('Ada')
    expect(text).toContain('1 of 2 promises kept')
    expect(text).toContain('5 of 10 points')
    expect(text).toContain('was at Autumn workshop on 27 November 2026')
    expect(text).not.toContain('every promise kept')
  })

  test('can be made for everybody, whatever they call themselves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 32 }),
        async (nickname) => {
          const learner = madeUpLearner(nickname)
          const { pdf } = await certificate({ ...madeUpRoom([learner]), room: nickname }, learner)
          expect((await read(pdf)).text).toContain('Nothing was handed in')
        },
      ),
      { numRuns: 5 },
    )
  })
})
