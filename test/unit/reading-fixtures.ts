/** Documents that the reading tests build for themselves. */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { createReader, type Reader, type ReaderOptions } from '../../activities/reading/reader.ts';
import { Rejected } from '../../activities/reading/rejection.ts';
import { describeRejection } from '../../shared/documents.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const testReader = (options: Partial<ReaderOptions> = {}): Reader =>
  createReader({ processes: 1, timeoutMs: 60_000, memoryMb: 900, ...options });

export const request = (bytes: Uint8Array, name = '') => ({ document: sha256(bytes), name, bytes });

/** Why the reader rejects a document: the code, and the line that people see. */
export async function rejectionOf(reader: Reader, bytes: Uint8Array, name = ''): Promise<[string, string]> {
  try {
    const content = await reader.read(request(bytes, name));
    return ['read', content.kind];
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return [error.code, describeRejection(name, error)];
  }
}

export interface Placed {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** A letter-size PDF of one page; `y` runs from the top. */
export async function pdfOf(texts: Placed[], draw?: (page: PdfPage) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([612, 792]);
  for (const { text, x, y, size = 10 } of texts) page.drawText(text, { x, y: 792 - y, size, font });
  draw?.(page);
  return pdf.save();
}

type PdfPage = ReturnType<PDFDocument['addPage']>;

export const lines = (texts: string[], x = 72, from = 80): Placed[] =>
  texts.map((text, index) => ({ text, x, y: from + 14 * index }));

/** A PDF written by hand: objects as text, the cross-reference table as it should be. */
export function rawPdf(objects: string[], trailer = ''): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer.replace('SELF', String(body.length))} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A few hundred bytes that claim to be a picture of this size. */
export function pngOfSize(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A TIFF of one strip that claims to be a picture of this size. */
export function tiffOfSize(width: number, height: number): Buffer {
  const tags: [number, number, number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 1],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, 100],
  ];
  const head = Buffer.alloc(108);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(108, 4);
  const directory = Buffer.alloc(2 + 12 * tags.length + 4);
  directory.writeUInt16LE(tags.length, 0);
  for (const [index, [tag, type, value]] of tags.entries()) {
    const at = 2 + 12 * index;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(1, at + 4);
    if (type === 3) directory.writeUInt16LE(value, at + 8);
    else directory.writeUInt32LE(value, at + 8);
  }
  return Buffer.concat([head, directory]);
}

/** A ZIP archive; `declared` is the unpacked size that its directory states. */
export function zipOf(
  entries: { name: string; content: Buffer; declared?: number; flags?: number }[],
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared = content.length, flags = 0 } of entries) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      common,
      Buffer.from(name, 'latin1'),
      packed,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name, 'latin1')]),
    );
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
