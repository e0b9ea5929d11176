import { exerciseBySlug } from '@five-pillars/content'
import { PDFDocument } from 'pdf-lib'

import { certificateFonts } from './certificate-fonts.ts'
import { drawCertificate } from './draw-certificate.ts'
import type { LearnerRecord, RoomRecord } from './room-record.ts'
import { dayText } from './times.ts'
import { workOf } from './work-of.ts'

export interface Certificate {
  readonly pdf: Uint8Array
  /**
   * Whether the name is printed. Where the kit's fonts cannot set it there is a line to write it on
   * by hand; the file's own title has it in any case.
   */
  readonly isNamePrinted: boolean
}

/** One page that says what somebody did on that day, and nothing that was not judged. */
export async function certificate(
  record: RoomRecord,
  learner: LearnerRecord,
): Promise<Certificate> {
  const pdf = await PDFDocument.create()
  const fonts = await certificateFonts(pdf)
  const name = learner.nickname.normalize('NFC')
  const isNamePrinted = fonts.canSet(name)
  const day = dayText(learner.joinedAt, record.zoneMinutes)
  pdf.setTitle(`Certificate: ${learner.nickname}`, { showInWindowTitleBar: true })
  pdf.setAuthor(record.room)
  pdf.setCreator('Five Pillars')
  pdf.setLanguage('en')
  // The time of printing is nobody's business: the same day gives the same file.
  pdf.setCreationDate(new Date(learner.joinedAt))
  pdf.setModificationDate(new Date(learner.joinedAt))
  drawCertificate(pdf, fonts, {
    name: isNamePrinted ? name : null,
    room: record.room,
    day,
    kit: record.kit,
    lines: record.exercises.flatMap(({ slug, title }) => {
      const work = workOf(record, learner, slug)
      if (work?.best == null) return []
      const promises = work.best.verdict?.promises ?? []
      return [
        {
          title,
          pillar: exerciseBySlug(slug).pillar,
          isKept: work.state === 'kept',
          kept: promises.filter(({ state }) => state === 'passed').length,
          promises: promises.length,
          points: work.points,
          total: work.total,
        },
      ]
    }),
  })
  return { pdf: await pdf.save(), isNamePrinted }
}
