import { Document, Header, Packer, PageBreak, Paragraph, Table, TableCell, TableRow } from 'docx';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { lines, pdfOf, rawPdf, request, testReader } from './reading-fixtures.ts';

vi.setConfig({ testTimeout: 60_000 });

const reader = testReader();
afterAll(() => reader.close());

const read = (bytes: Uint8Array, name = '') => reader.read(request(bytes, name));
const pageTexts = async (bytes: Uint8Array, name = '') =>
  (await read(bytes, name)).pages.map(({ text }) => text);

/** A grey picture as large as a page. */
const scan = () =>
  sharp({ create: { width: 850, height: 1_100, channels: 3, background: '#eeeeee' } })
    .png()
    .toBuffer();

describe('PDF', () => {
  it('gives the text layer with the place of every word', async () => {
    const { pages, toRecognise, unread } = await read(
      await pdfOf(lines(['Claim Number: 88-12', 'Insured: Ann Lee'])),
    );
    const [page] = pages;
    expect(page).toMatchObject({ page: 1, source: 'text_layer', width: 612, height: 792 });
    expect(page?.text).toBe('Claim Number: 88-12\nInsured: Ann Lee');
    const ann = page?.words.find(({ start, end }) => page.text.slice(start, end) === 'Ann');
    const [left = 0, top = 0, right = 0, bottom = 0] = ann?.box ?? [];
    // "Insured: " is about 41 points wide at 10 points of Helvetica.
    expect(left * 612).toBeGreaterThan(105);
    expect(right * 612).toBeLessThan(135);
    expect(top * 792).toBeGreaterThan(80);
    expect(bottom * 792).toBeLessThan(100);
    expect([toRecognise, unread]).toEqual([[], []]);
  });

  it('keeps what was typed into form fields beside the printed captions', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const page = pdf.addPage([612, 792]);
    const form = pdf.getForm();
    for (const [index, [caption, value]] of [
      ['Policy Number:', 'HO-4471-B'],
      ['Name of Insured:', 'Ann B. Lee'],
    ].entries()) {
      page.drawText(`${caption}`, { x: 60, y: 700 - 18 * index, size: 10, font });
      const field = form.createTextField(`field${index}`);
      field.setText(value ?? '');
      field.addToPage(page, { x: 180, y: 696 - 18 * index, width: 200, height: 16 });
    }
    page.drawText('Police contacted', { x: 84, y: 640, size: 10, font });
    const box = form.createCheckBox('police');
    box.addToPage(page, { x: 64, y: 638, width: 12, height: 12 });
    box.check();
    const [text] = await pageTexts(await pdf.save());
    expect(text).toContain('Policy Number: HO-4471-B\nName of Insured: Ann B. Lee');
    expect(text).toContain('[x] Police contacted');
  });

  it('hands scanned pages over to recognition, also under a stamp of a few words', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const picture = await pdf.embedPng(await scan());
    for (const stamp of ['', 'FAX 03/04/2026 PAGE 2 OF 3', '']) {
      const page = pdf.addPage([612, 792]);
      page.drawImage(picture, { x: 0, y: 0, width: 612, height: 792 });
      if (stamp) page.drawText(stamp, { x: 20, y: 780, size: 8, font });
    }
    pdf.addPage([612, 792]).drawText('Claim Number: 5', { x: 72, y: 700, size: 10, font });
    const content = await read(await pdf.save());
    expect(content.toRecognise).toEqual([1, 2, 3]);
    expect(content.pages.map(({ page }) => page)).toEqual([4]);
  });

  it('does not trust a text layer that makes no words', async () => {
    const garbage = Array.from({ length: 12 }, (_, row) => `xkcd qwrt zzpf bnmv sdfg hjkl ${row} wrtp vbnz`);
    expect((await read(await pdfOf(lines(garbage)))).toRecognise).toEqual([1]);
  });

  it('reads an empty page as a page without words', async () => {
    const { pages } = await read(await pdfOf([]));
    expect(pages).toMatchObject([{ page: 1, source: 'text_layer', text: '', words: [] }]);
  });

  it('reads a page that lies on its side', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const page = pdf.addPage([612, 792]);
    const degrees = { type: 'degrees', angle: 90 } as never;
    page.drawText('Claim Number: 88-12', { x: 100, y: 100, size: 10, font, rotate: degrees });
    page.drawText('Insured: Ann Lee', { x: 114, y: 100, size: 10, font, rotate: degrees });
    expect(await pageTexts(await pdf.save())).toEqual(['Claim Number: 88-12\nInsured: Ann Lee']);
  });

  it('names the page at which a damaged page tree breaks off as unread', async () => {
    const page = (content: string) =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${content} /Resources << /Font << /F 6 0 R >> >> >>`;
    const text = 'BT /F 12 Tf 72 700 Td (Claim Number: 5) Tj ET';
    const bytes = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 3 /Kids [3 0 R 99 0 R 4 0 R] >>',
      page('5 0 R'),
      page('5 0 R'),
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]);
    const content = await read(bytes);
    expect(content.pages.map(({ page }) => page)).toEqual([1]);
    expect(content.unread).toEqual([2]);
  });
});

describe('images', () => {
  it('counts the pages of a TIFF', async () => {
    const page = await sharp({ create: { width: 80, height: 100, channels: 3, background: 'white' } })
      .raw()
      .toBuffer();
    const tall = { raw: { width: 80, height: 300, channels: 3, pageHeight: 100 } } as const;
    const tiff = await sharp(Buffer.concat([page, page, page]), tall)
      .tiff({ compression: 'deflate' })
      .toBuffer();
    expect(await read(tiff, 'fax.tif')).toMatchObject({
      kind: 'tiff',
      pages: [],
      toRecognise: [1, 2, 3],
      unread: [],
    });
  });
});

describe('DOCX', () => {
  it('gives paragraphs, tables as rows, page breaks and what stands in the margins', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Claim 77-4')] }) },
          children: [
            new Paragraph('Dear adjuster,'),
            new Table({
              rows: [
                new TableRow({ children: [cell('Item'), cell('Price')] }),
                new TableRow({ children: [cell('Roof tiles'), cell('$1,200.00')] }),
              ],
            }),
            new Paragraph({ children: [new PageBreak()] }),
            new Paragraph('Second page'),
          ],
        },
      ],
    });
    const texts = await pageTexts(await Packer.toBuffer(document), 'letter.docx');
    expect(texts[0]).toBe('Claim 77-4\n\nDear adjuster,\n\nItem | Price\nRoof tiles | $1,200.00');
    expect(texts[1]).toBe('Second page');
  });
});

const mail = (parts: string[]): Buffer =>
  Buffer.from(
    [
      'From: Ann Lee <ann@example.com>',
      'To: claims@insurer.example',
      'Date: Tue, 3 Mar 2026 23:12:00 -0500',
      'Subject: =?utf-8?Q?Storm_damage_=E2=80=93_PA-7?=',
      'Message-ID: <1@example.com>',
      'MIME-Version: 1.0',
      ...parts,
    ].join('\r\n'),
  );

describe('e-mail', () => {
  it('gives its head as printed, its body, and its attachments as documents', async () => {
    const message = mail([
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The roof is gone.',
      '--b',
      'Content-Type: application/pdf; name="estimate.pdf"',
      'Content-Disposition: attachment; filename="estimate.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(await pdfOf(lines(['Total: $5']))).toString('base64'),
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: Bob <bob@example.com>',
      'Message-ID: <2@example.com>',
      'Subject: earlier',
      '',
      'It rained.',
      '--b--',
    ]);
    const { kind, pages, attachments } = await read(message, 'mail.eml');
    expect(kind).toBe('email');
    expect(pages.map(({ text }) => text)).toEqual([
      'From: Ann Lee <ann@example.com>\nTo: claims@insurer.example\nDate: Tue, 3 Mar 2026 23:12:00 -0500\n' +
        'Subject: Storm damage – PA-7\nAttachments: estimate.pdf, message-2.eml\n\nThe roof is gone.',
    ]);
    expect(attachments.map(({ name }) => name)).toEqual(['estimate.pdf', 'message-2.eml']);
    const [estimate, earlier] = attachments;
    expect((await read(estimate?.bytes ?? new Uint8Array(), estimate?.name)).pages[0]?.text).toBe(
      'Total: $5',
    );
    expect((await read(earlier?.bytes ?? new Uint8Array(), earlier?.name)).kind).toBe('email');
  });

  it('reads an HTML body, its tables row by row', async () => {
    const html =
      '<style>p{}</style><p>Hello,</p><table><tr><td>Policy:</td><td>PA-7</td></tr><tr><td>Item</td><td>Price</td></tr></table><script>x()</script>';
    const [text] = await pageTexts(mail(['Content-Type: text/html; charset=utf-8', '', html]), 'mail.eml');
    expect(text?.split('\n\n').slice(1).join('\n')).toBe('Hello,\nPolicy: PA-7\nItem | Price');
  });
});

describe('text', () => {
  it.each([
    ['UTF-8', Buffer.from('Prénom: Zoë')],
    ['UTF-8 with a mark', Buffer.from('\ufeffPrénom: Zoë')],
    ['UTF-16', Buffer.from('\ufeffPrénom: Zoë', 'utf16le')],
    ['Windows-1252', Buffer.from('Prénom: Zoë', 'latin1')],
  ])('is read from %s', async (_, bytes) => {
    expect(await pageTexts(bytes, 'a.txt')).toEqual(['Prénom: Zoë']);
  });

  it('breaks pages at form feeds, and long pages between paragraphs, losing nothing', async () => {
    const paragraph = 'The storm tore the roof off the garage and soaked the walls. '.repeat(9).trim();
    const text = `Cover\f${Array(20).fill(paragraph).join('\n\n')}`;
    const texts = await pageTexts(Buffer.from(text), 'a.txt');
    expect(texts[0]).toBe('Cover');
    expect(texts.length).toBeGreaterThan(3);
    for (const page of texts.slice(1)) {
      expect(page.length).toBeLessThanOrEqual(3_600);
      expect(page.startsWith('The storm')).toBe(true);
    }
    expect(texts.join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
  });

  it('is Markdown where the name says so, and a pasted thread stays text', async () => {
    expect((await read(Buffer.from('# Notice\n'), 'a.md')).kind).toBe('markdown');
    expect((await read(Buffer.from('From: Ann\nSubject: roof\n\nHello'), 'a.txt')).kind).toBe('text');
  });
});
