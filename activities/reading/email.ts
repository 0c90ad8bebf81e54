import type { Address, Email, Attachment as MailAttachment } from 'postal-mime';
import type { Attachment, DocumentContent } from './content.ts';
import { htmlToText } from './html-text.ts';
import type { ReadingLimits } from './limits.ts';
import { textContent } from './plain-text.ts';
import { Rejected } from './rejection.ts';

/** Proofs and invitations of mail programs: no documents of a claim. */
const NO_DOCUMENT =
  /^(application\/(x-)?(pkcs7-signature|pgp-signature|ms-tnef)|text\/(calendar|x-vcard|vcard))$/;
/** Pictures of this size inside the HTML are logos. */
const MIN_INLINE_BYTES = 30_000;

/** A message: its head and its body as text, its attachments as documents of their own. Throws `Rejected`. */
export async function readEmail(bytes: Uint8Array, limits: ReadingLimits): Promise<DocumentContent> {
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 }).catch(
    () => {
      throw new Rejected('damaged');
    },
  );
  const attachments = email.attachments.filter(isDocument).map(toAttachment);
  if (attachments.length > limits.maxAttachments) {
    const detail = `${attachments.length} attachments, at most ${limits.maxAttachments} are read`;
    throw new Rejected('too_large', detail);
  }
  const unpacked = attachments.reduce((sum, attachment) => sum + attachment.bytes.length, 0);
  if (unpacked > limits.maxUnpackedBytes) throw new Rejected('decompression_bomb');
  const text = [headOf(email, attachments), bodyOf(email)].filter(Boolean).join('\n\n');
  return { ...textContent('email', text, limits), attachments };
}

function bodyOf(email: Email): string {
  const plain = email.text?.trim() ?? '';
  if (!email.html) return plain;
  const html = htmlToText(email.html).trim();
  // Some programs send a plain part that says nothing but "see the HTML part".
  return plain.length >= html.length / 3 ? plain : html;
}

function headOf(email: Email, attachments: Attachment[]): string {
  // As printed: a normalised date may fall on another day.
  const date = email.headers.find(({ key }) => key === 'date')?.value;
  const lines: [string, string | undefined][] = [
    ['From', shown(email.from ? [email.from] : [])],
    ['To', shown(email.to)],
    ['Cc', shown(email.cc)],
    ['Date', date],
    ['Subject', email.subject],
    ['Attachments', attachments.map(({ name }) => name).join(', ')],
  ];
  return lines
    .flatMap(([name, value]) => (value ? [`${name}: ${value.replace(/\s+/g, ' ')}`] : []))
    .join('\n');
}

function shown(addresses: Address[] | undefined): string {
  return (addresses ?? [])
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => (name ? `${name} <${address}>` : address))
    .join(', ');
}

function isDocument(part: MailAttachment): boolean {
  if (NO_DOCUMENT.test(part.mimeType)) return false;
  return !(part.related && part.mimeType.startsWith('image/') && bytesOf(part).length < MIN_INLINE_BYTES);
}

function toAttachment(part: MailAttachment, index: number): Attachment {
  const unnamed = part.mimeType === 'message/rfc822' ? `message-${index + 1}.eml` : `attachment-${index + 1}`;
  return { name: (part.filename || unnamed).slice(0, 255), bytes: bytesOf(part) };
}

function bytesOf({ content }: MailAttachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
