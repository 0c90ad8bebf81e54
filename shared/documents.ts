/** Documents and their pages: what reading takes and gives. */
import { z } from 'zod';

export const Sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a document is named by its SHA-256, 64 hexadecimal digits');

/** A document of a packet; its bytes lie under `objectKeys.document(tenant, sha256)`. */
export const DocumentRefSchema = z.strictObject({
  sha256: Sha256Schema,
  /** What intake called it: shown to reviewers, never part of a path, an id or a log line. */
  name: z.string().max(255).default(''),
});
export type DocumentRef = z.infer<typeof DocumentRefSchema>;

/** Left, top, right, bottom as fractions of the page's width and height, from the top-left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Word {
  /** Offsets of the word in `PageText.text`. */
  start: number;
  end: number;
  /** Absent in documents without geometry (plain text, e-mail, DOCX). */
  box?: Box;
  /** 0 to 1; absent for text layers, which are taken as certain. */
  ocrConfidence?: number;
}

export type PageSource = 'text' | 'text_layer' | 'ocr';

/** The text of one page with the place of every word. */
export interface PageText {
  document: string;
  /** From 1. */
  page: number;
  source: PageSource;
  /** In points (1/72 inch); absent without geometry. */
  width?: number;
  height?: number;
  text: string;
  words: Word[];
}

/** What the history keeps of a page. */
export interface PageSummary {
  page: number;
  source: PageSource;
  words: number;
  /** Mean OCR confidence of the words; absent for text. */
  ocrConfidence?: number;
}

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  text: 'text/plain',
  markdown: 'text/markdown',
  email: 'message/rfc822',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type DocumentKind = keyof typeof MEDIA_TYPES;

const WITH_PAGE_IMAGES: readonly string[] = ['pdf', 'png', 'jpeg', 'tiff'] satisfies DocumentKind[];

/** Whether pages of such a document can be shown as people see them; of others there is the text alone. */
export const hasPageImages = (kind: string | null): boolean =>
  kind !== null && WITH_PAGE_IMAGES.includes(kind);

/** Why a document was rejected: a code for machines, in the words of `REJECTIONS` for people. */
export const REJECTIONS = {
  empty: 'the file is empty',
  unknown_type:
    'the bytes are of no type that is read here (PDF, PNG, JPEG, TIFF, text, Markdown, e-mail, DOCX)',
  unsafe_name: 'the file name is not a plain name',
  type_mismatch: 'the bytes are not what the file name says',
  encrypted: 'the document is protected by a password',
  damaged: 'the document is truncated or damaged',
  too_large: 'the file is larger than the limit',
  too_many_pages: 'the document has more pages than the limit',
  page_too_large: 'a page or image is larger than the limit',
  decompression_bomb: 'the content unpacks to more than the limit',
  too_slow: 'reading took longer than the limit',
  too_much_memory: 'reading took more memory than the limit',
  nested_too_deep: 'attachments are nested deeper than the limit',
  no_content: 'the document has no page and no text',
} as const;
export type RejectionCode = keyof typeof REJECTIONS;

/** Why a document was rejected, without document text, values or its name. */
export interface Rejection {
  code: RejectionCode;
  detail: string;
}

/** The one line that people read: the file's name, the cause and its code. */
export function describeRejection(name: string, { code, detail }: Rejection): string {
  const shown = [...name].map((character) => (isControl(character) ? '?' : character)).join('');
  const cause = REJECTIONS[code];
  const more = detail === cause ? '' : ` (${detail})`;
  return `${shown.slice(0, 120) || 'unnamed document'}: ${cause}${more} [${code}]`;
}

const isControl = (character: string): boolean => character < ' ' || character === '\u007f';

/** What a report says of one document. */
export interface DocumentAccount {
  document: string;
  name: string;
  kind: DocumentKind | null;
  attachedTo: string | null;
  pages: { page: number; source: PageSource | 'unread' }[];
  rejection: Rejection | null;
}

/** The account of one document: every page is in `pages` (read), `unread` or, until OCR, `toRecognise`. */
export interface DocumentReading {
  document: string;
  /** The document that it was attached to. */
  attachedTo?: string;
  kind?: DocumentKind;
  pages: PageSummary[];
  /** Pages without a usable text layer, to be recognised by OCR. */
  toRecognise: number[];
  unread: number[];
  rejection?: Rejection;
  /** Attachments (e-mail), stored as documents of their own, still to be read. */
  attachments: DocumentRef[];
}
