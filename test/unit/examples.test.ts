import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PostalMime from 'postal-mime';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labelLine, type Packet } from '../../examples/making/packet.ts';
import { printPdf } from '../../examples/making/print.ts';
import { type Claim, ClaimSchema, FIELD_KEYS, type FieldKey, fieldSpec } from '../../shared/claim-fields.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const NOT_PACKETS = ['making', 'source'];
const MAX_TOTAL_BYTES = 4_000_000;

const LabelSchema = z.strictObject({
  id: z.string(),
  documents: z.array(z.string()).min(1),
  expected: z.record(z.string(), z.unknown()),
  uncertain: z.array(z.enum(FIELD_KEYS)),
});

const sources = await Promise.all(
  readdirSync(`${EXAMPLES}source`)
    .sort()
    .map(async (file) => {
      const { packet }: { packet: Packet } = await import(`${EXAMPLES}source/${file}`);
      return packet;
    }),
);
const lines = readFileSync(`${EXAMPLES}labels.jsonl`, 'utf8').split('\n').filter(Boolean);
const labels = lines.map((line) => {
  const label = LabelSchema.parse(JSON.parse(line));
  return { ...label, claim: ClaimSchema.parse(label.expected) };
});
const folders = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NOT_PACKETS.includes(entry.name))
  .map(({ name }) => name);
const documents = labels.flatMap((label) => label.documents.map((path) => ({ path, label })));
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(`${EXAMPLES}${path}`));
const ending = (suffix: string): string[] =>
  documents.map(({ path }) => path).filter((path) => path.endsWith(suffix));

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const parts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    parts.push(...items.map((item) => ('str' in item ? item.str : '')));
    parts.push(...(await page.getAnnotations()).map(({ fieldValue }) => String(fieldValue ?? '')));
  }
  await pdf.loadingTask.destroy();
  return parts.join(' ');
}

/** What a document says; of a picture, what the page said of which it is one. */
async function textOf(path: string): Promise<string> {
  const bytes = bytesOf(path);
  const source = sources.flatMap((packet) =>
    packet.documents.filter(({ name }) => `${packet.id}/${name}` === path),
  )[0];
  if (source && 'scan' in source) return pdfText(await printPdf(source.print));
  if (path.endsWith('.pdf')) return pdfText(bytes);
  if (path.endsWith('.docx')) return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  if (path.endsWith('.eml')) {
    const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
    const attached = mail.attachments.map(({ content }) => pdfText(new Uint8Array(content as ArrayBuffer)));
    return [mail.from?.address, mail.date, mail.text, ...(await Promise.all(attached))].join(' ');
  }
  return Buffer.from(bytes).toString('utf8');
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The ways in which the documents may print a value, without punctuation; `null` for what is derived. */
function printed(key: FieldKey, value: Claim[FieldKey]): string[] | null {
  switch (fieldSpec(key).kind) {
    case 'boolean':
    case 'enum':
    case 'names':
      return null;
    case 'money':
      return [String(value), Number(value).toFixed(2)].map(bare);
    case 'time': {
      const [hour = 0, minute = ''] = String(value).split(':');
      return [`${hour}${minute}`, `${Number(hour) % 12 || 12}${minute}`];
    }
    case 'date': {
      const date = new Date(`${value}T00:00:00Z`);
      const name = (month: 'short' | 'long') =>
        date.toLocaleString('en-US', { month, timeZone: 'UTC' }).toLowerCase();
      const [year = '', month = '', day = ''] = String(value).split('-');
      const named = (['short', 'long'] as const).flatMap((length) => [
        `${name(length)}${Number(day)}${year}`,
        `${Number(day)}${name(length)}${year}`,
      ]);
      return [`${month}${day}${year}`, bare(date.toISOString().slice(0, 10)), ...named];
    }
    default:
      return [bare(String(value))];
  }
}

describe('the example packets', () => {
  it('are folders of the names that the labels use, each once', () => {
    expect(labels.map(({ id }) => id).sort()).toEqual(folders.sort());
    expect(folders.length).toBeGreaterThanOrEqual(12);
    expect(folders.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });

  it('hold exactly the documents that the labels name', () => {
    const lying = folders.flatMap((folder) =>
      readdirSync(EXAMPLES + folder).map((name) => `${folder}/${name}`),
    );
    expect(documents.map(({ path }) => path).sort()).toEqual(lying.sort());
  });

  it('are small enough to live in the repository', () => {
    const sizes = documents.map(({ path }) => statSync(EXAMPLES + path).size);
    expect(sizes.filter((size) => size === 0)).toEqual([]);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_TOTAL_BYTES);
  });

  it('have labels that are made from their sources', () => {
    expect(sources.map(labelLine)).toEqual(lines.map((line) => `${line}\n`));
  });

  it('hold every kind of document that intake receives', async () => {
    expect(ending('.txt').length).toBeGreaterThan(0);
    expect(ending('.md').length).toBeGreaterThan(0);
    expect(ending('.docx').length).toBeGreaterThan(0);
    expect(ending('.png').length).toBeGreaterThan(0);

    const faxes = await Promise.all(ending('.tiff').map((path) => sharp(EXAMPLES + path).metadata()));
    expect(faxes.map(({ bitsPerSample, pages }) => [bitsPerSample, pages])).toContainEqual([1, 2]);

    const mails = await Promise.all(ending('.eml').map((path) => PostalMime.parse(bytesOf(path))));
    expect(mails.flatMap(({ attachments }) => attachments.map(({ mimeType }) => mimeType))).toContain(
      'application/pdf',
    );

    const pdfs = await Promise.all(
      ending('.pdf').map(async (path) => {
        const bytes = bytesOf(path);
        const pdf = await PDFDocument.load(bytes);
        const inputs = pdf.getForm().getFields().length;
        return { inputs, pages: pdf.getPageCount(), isPicture: (await pdfText(bytes)).trim() === '' };
      }),
    );
    expect(pdfs.some(({ inputs }) => inputs > 20)).toBe(true);
    expect(pdfs.some(({ isPicture }) => isPicture)).toBe(true);
    expect(pdfs.some(({ pages }) => pages === 12)).toBe(true);
    expect(labels.filter((label) => label.documents.length > 1).length).toBeGreaterThanOrEqual(2);
  });

  it('reach every coverage determination and most types of loss', () => {
    const reached = new Set(labels.map(({ claim }) => claim.coverage_determination));
    expect([...reached].sort()).toEqual([
      'covered',
      'needs_investigation',
      'not_covered',
      'partially_covered',
    ]);
    expect(new Set(labels.map(({ claim }) => claim.incident_type)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(labels.map(({ claim }) => claim.policy_type)).size).toBe(7);
  });
});

describe.each(labels)('the label of $id', ({ claim, expected, documents: paths }) => {
  it('has the 23 fields in order', () => {
    expect(Object.keys(expected)).toEqual(FIELD_KEYS);
  });

  it('has what a complete extraction has, with dates in order', () => {
    const { claimant_dob: born, incident_date: incident, reported_date: reported } = claim;
    expect(incident).not.toBeNull();
    expect(claim.claimant_name && claim.policy_number && claim.damage_description).toBeTruthy();
    expect(claim.incident_type && claim.estimated_amount && claim.coverage_determination).toBeTruthy();
    const period = [claim.policy_effective_date, claim.policy_expiration_date];
    for (const dates of [[born, incident, reported], period]) {
      const stated = dates.filter((date) => date !== null);
      expect(stated).toEqual([...stated].sort());
    }
  });

  it('follows the coverage rule where the fields decide it', () => {
    const { policy_effective_date: from, policy_expiration_date: to, incident_date: incident } = claim;
    const isOutside = incident !== null && ((from && incident < from) || (to && incident > to));
    const isBareTheft = claim.incident_type === 'theft' && claim.police_report_number === null;
    if (isOutside) expect(claim.coverage_determination).toBe('not_covered');
    else if (isBareTheft) expect(claim.coverage_determination).toBe('needs_investigation');
    else expect(claim.coverage_determination).not.toBe('not_covered');
  });

  it('never counts the claimant among the third parties', () => {
    expect(claim.third_parties ?? []).not.toContain(claim.claimant_name);
  });

  it('states only what its documents print', async () => {
    expect(paths.every((path) => existsSync(EXAMPLES + path))).toBe(true);
    const text = bare((await Promise.all(paths.map(textOf))).join(' '));
    const values = FIELD_KEYS.filter((key) => claim[key] !== null);
    const missing = values.filter((key) => printed(key, claim[key])?.every((form) => !text.includes(form)));
    expect(missing).toEqual([]);
    expect((claim.third_parties ?? []).filter((name) => !text.includes(bare(name)))).toEqual([]);
  });
});
