import type { DocumentKind } from '../../shared/documents.ts';
import { decodeText } from './plain-text.ts';
import { Rejected } from './rejection.ts';

const EXTENSIONS: Record<string, DocumentKind> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  tif: 'tiff',
  tiff: 'tiff',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  eml: 'email',
  docx: 'docx',
};

/** Names that claim to be a program: whoever sends one does not send a claim document. */
const PROGRAMS = new Set(
  'exe com bat cmd scr pif msi js jse vbs vbe wsf ps1 sh jar lnk hta dll app apk py php html htm svg'.split(
    ' ',
  ),
);

const TEXT_KINDS: DocumentKind[] = ['text', 'markdown', 'email'];

/** What the name of a file says about its type. Throws `Rejected` for names that deceive or are paths. */
export function claimedKind(name: string): DocumentKind | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control or direction mark hides a name's end.
  if (/[\\/\u0000-\u001f\u202a-\u202e\u2066-\u2069]/.test(name) || name.trim() === '..') {
    throw new Rejected('unsafe_name', 'the name holds a path or invisible characters');
  }
  const parts = name.toLowerCase().trim().split('.').slice(1);
  const last = parts.at(-1) ?? '';
  const known = EXTENSIONS[last];
  if (known) return known;
  const before = EXTENSIONS[parts.at(-2) ?? ''];
  if (PROGRAMS.has(last) || (before && /[a-z]/.test(last))) {
    throw new Rejected(
      'type_mismatch',
      before
        ? 'the name hides its type behind a second extension'
        : 'the name is that of a program or script',
    );
  }
  return null;
}

/** Whether the bytes' type is the one that the name claims. The text types are one family. */
export function checkClaim(claimed: DocumentKind | null, kind: DocumentKind | string): void {
  if (claimed === null || claimed === kind) return;
  if (TEXT_KINDS.includes(claimed) && TEXT_KINDS.includes(kind as DocumentKind)) return;
  throw new Rejected('type_mismatch', `the name says ${claimed}, the bytes are ${kind}`);
}

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The type that the first bytes announce; `zip` still has to be opened to know. */
function signatureKind(bytes: Uint8Array): 'png' | 'jpeg' | 'tiff' | 'zip' | null {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip';
  return null;
}

const MAIL_HEADER =
  /^(from|to|cc|subject|date|message-id|received|mime-version|return-path|delivered-to|reply-to|content-type|x-[\w-]+):/i;
/** A pasted thread has From and Subject too; only real messages carry these. */
const TRANSPORT_HEADER = /^(message-id|received|mime-version|return-path|delivered-to):/im;

function isEmail(text: string, claimed: DocumentKind | null): boolean {
  const head = text.slice(0, 64_000).replace(/\r\n?/g, '\n').trimStart();
  const block = head.split('\n\n', 1)[0] ?? '';
  const lines = block.split('\n').filter((line) => !/^[ \t]/.test(line) && !/^From /.test(line));
  if (lines.length < 2 || !lines.every((line) => /^[!-9;-~]+:/.test(line))) return false;
  if (lines.filter((line) => MAIL_HEADER.test(line)).length < 2) return false;
  return claimed === 'email' || TRANSPORT_HEADER.test(block);
}

export type Sniffed =
  | { kind: 'text' | 'markdown' | 'email'; text: string }
  | { kind: 'pdf' | 'png' | 'jpeg' | 'tiff' | 'docx' }
  /** Neither a known signature nor text: `unknownType` says what it is instead. */
  | { kind: 'other' };

/** The type of a document by its bytes; the name may only contradict it. Throws `Rejected`. */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.length === 0) throw new Rejected('empty');
  const claimed = claimedKind(name);
  const signature = signatureKind(bytes);
  if (signature === 'zip') {
    // The directory of an archive lies at its end; names stand there uncompressed.
    if (!latin1(bytes).includes('word/document.xml')) return { kind: 'other' };
    checkClaim(claimed, 'docx');
    return { kind: 'docx' };
  }
  if (signature) {
    checkClaim(claimed, signature);
    return { kind: signature };
  }
  const text = decodeText(bytes);
  // Readers accept a PDF whose header lies within the first 1,024 bytes.
  const header = latin1(bytes.subarray(0, 1_024));
  if (header.startsWith('%PDF-') || (text === null && header.includes('%PDF-'))) {
    checkClaim(claimed, 'pdf');
    return { kind: 'pdf' };
  }
  if (text === null) return { kind: 'other' };
  if (claimed !== null && !TEXT_KINDS.includes(claimed)) checkClaim(claimed, 'text');
  if (isEmail(text, claimed)) return { kind: 'email', text };
  return { kind: claimed === 'markdown' ? 'markdown' : 'text', text };
}

/** Why bytes that `sniff` does not know are rejected. */
export async function unknownType(bytes: Uint8Array, name: string): Promise<Rejected> {
  const claimed = claimedKind(name);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined);
  if (found?.ext === 'cfb' && Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return new Rejected('encrypted');
  }
  if (claimed) {
    return new Rejected(
      'type_mismatch',
      `the name says ${claimed}, the bytes are ${found?.ext ?? 'unknown'}`,
    );
  }
  return new Rejected('unknown_type', found ? `the bytes are ${found.ext}` : undefined);
}
