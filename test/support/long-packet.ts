/** A packet of many pages as it comes from a scanner's text layer: a notice, then what somebody attached. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { SubmittedFile } from '../../shared/submit.ts';
import { plainForm } from './intake.ts';

const LETTER: [number, number] = [612, 792];

/** Each report number makes another document. */
export async function longPacket(pages: number, reportNumber: string): Promise<SubmittedFile> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const notice = Buffer.from(plainForm({ 'Police report no.': reportNumber }).bytes).toString();
  const second = Buffer.from(
    plainForm({ 'Date of loss': '08/11/2025', Estimate: '$9,120' }).bytes,
  ).toString();
  for (let number = 1; number <= pages; number++) {
    const lines =
      number === 1
        ? notice
        : number === pages
          ? second
          : `Attachment ${number}\n\nPhotograph of the basement`;
    const page = pdf.addPage(LETTER);
    for (const [index, line] of lines.split('\n').entries())
      page.drawText(line, { x: 64, y: 720 - index * 22, size: 12, font });
  }
  return { name: 'packet.pdf', bytes: await pdf.save() };
}
