import { once } from 'node:events';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Attachment, DocumentContent } from './content.ts';
import { htmlToText } from './html-text.ts';
import type { ReadingLimits } from './limits.ts';
import { textContent } from './plain-text.ts';
import { Rejected } from './rejection.ts';

/** Mammoth reads the body alone; letterheads and reference lines stand in these parts. */
const MARGIN_PART = /^word\/(header|footer)\d*\.xml$/;
const MAX_ENTRIES = 5_000;
/** Smaller pictures are logos and signatures. */
const MIN_PICTURE_BYTES = 30_000;

const PICTURE_TYPES: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tiff',
};

/** The text of a DOCX; its larger pictures become documents of their own. Throws `Rejected`. */
export async function readDocx(bytes: Uint8Array, limits: ReadingLimits): Promise<DocumentContent> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const margins = await checkArchive(buffer, limits);
  const pictures: Attachment[] = [];
  const html = await convert(buffer, pictures);
  const head = margins.filter(({ name }) => name.includes('header')).map(({ text }) => text);
  const foot = margins.filter(({ name }) => name.includes('footer')).map(({ text }) => text);
  const text = [...new Set(head), htmlToText(html), ...new Set(foot)]
    .filter((part) => part.trim())
    .join('\n\n');
  const attachments = pictures.slice(0, limits.maxAttachments);
  if (text.trim() === '' && attachments.length > 0) {
    return { kind: 'docx', pages: [], toRecognise: [], unread: [], attachments };
  }
  return { ...textContent('docx', text, limits), attachments };
}

async function convert(buffer: Buffer, pictures: Attachment[]): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: ["br[type='page'] => hr.page:fresh"],
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const extension = PICTURE_TYPES[image.contentType];
          const picture = extension ? await image.readAsBuffer() : Buffer.alloc(0);
          if (picture.length >= MIN_PICTURE_BYTES) {
            pictures.push({ name: `picture-${pictures.length + 1}.${extension}`, bytes: picture });
          }
          return { src: '' };
        }),
      },
    );
    return value;
  } catch {
    throw new Rejected('damaged');
  }
}

/** Unpacks every entry once, counting: the sizes that an archive declares may lie. */
async function checkArchive(
  buffer: Buffer,
  limits: ReadingLimits,
): Promise<{ name: string; text: string }[]> {
  const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer);
  const zip = await open(buffer, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw new Rejected('damaged');
  });
  if (zip.entryCount > MAX_ENTRIES)
    throw new Rejected('decompression_bomb', 'the archive has too many entries');
  const margins: { name: string; text: string }[] = [];
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    if (entry.generalPurposeBitFlag & 1) throw new Rejected('encrypted');
    const left = limits.maxUnpackedBytes - unpacked;
    if (entry.uncompressedSize > left) throw new Rejected('decompression_bomb');
    const content = await unpack(zip, entry, left, MARGIN_PART.test(entry.fileName));
    unpacked += content.size;
    if (content.kept) margins.push({ name: entry.fileName, text: paragraphsOf(content.kept) });
  }
  return margins.toSorted((a, b) => a.name.localeCompare(b.name));
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let index = 0; index < zip.entryCount; index++) {
    const next = once(zip, 'entry') as Promise<[Entry]>;
    zip.readEntry();
    const [entry] = await next.catch(() => {
      throw new Rejected('damaged');
    });
    yield entry;
  }
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  limit: number,
  keep: boolean,
): Promise<{ size: number; kept: string | null }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream = await promisify(zip.openReadStream.bind(zip) as OpenEntry)(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new Rejected('decompression_bomb');
      if (keep) chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Rejected) throw error;
    const lied = error instanceof Error && error.message.startsWith('too many bytes');
    throw new Rejected(lied ? 'decompression_bomb' : 'damaged');
  }
  return { size, kept: keep ? Buffer.concat(chunks).toString('utf8') : null };
}

type OpenEntry = (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text runs of a part, one line for each paragraph. */
function paragraphsOf(xml: string): string {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
        .map((match) => (match[2] ? ' ' : (match[1] ?? '')))
        .join('')
        .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}
