/** Parts of a form (`multipart/form-data`, RFC 7578) as they arrive: no file is held here as a whole. */
import { PassThrough, type Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { Problem } from './problems.ts';

/** Of a packet's documents and the few fields beside them; further ones are refused, not passed over. */
const LIMITS = {
  fields: 20,
  files: 200,
  fieldNameSize: 100,
  fieldSize: 4_096,
  headerPairs: 20,
  headerSize: 8_192,
};

export type FormPart =
  | { name: string; text: string }
  | { name: string; fileName: string; content: AsyncIterable<Buffer> };

/** Whether this is the content type of a form. */
export const isFormType = (contentType: string | undefined): boolean =>
  /^multipart\/form-data\s*;.*\bboundary=/i.test(contentType ?? '');

/** The parts of a form in order; the content of one that nobody read is passed over. Throws `malformed_request` and `too_large`. */
export async function* formParts(body: Readable, contentType: string): AsyncGenerator<FormPart> {
  const form = openForm(contentType);
  const parts = new PassThrough({ objectMode: true });
  form.on('file', (name: string | undefined, content, fileName: string | undefined) => {
    // A sender that breaks off ends the form, which says so; by itself the error would end the process.
    content.on('error', () => {});
    parts.write({ name: name ?? '', fileName: shownName(fileName ?? ''), content });
  });
  form.on('field', (name: string | undefined, text, nameCut, textCut) => {
    if (nameCut || textCut) parts.destroy(tooLarge('a field of the form is too long'));
    else parts.write({ name: name ?? '', text });
  });
  for (const [event, what] of [
    ['filesLimit', `a form has at most ${LIMITS.files} files`],
    ['fieldsLimit', `a form has at most ${LIMITS.fields} fields`],
  ] as const)
    form.on(event, () => parts.destroy(tooLarge(what)));
  form.on('error', () => parts.destroy(malformed('the form is malformed or ends before its last boundary')));
  form.on('finish', () => parts.end());
  body.on('error', () => parts.destroy(malformed('the request broke off')));
  body.pipe(form);
  try {
    for await (const part of parts as AsyncIterable<FormPart & { content?: Readable }>) {
      yield part;
      part.content?.resume();
    }
  } finally {
    body.unpipe(form);
  }
}

function openForm(contentType: string) {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
  } catch {
    throw new Problem('media_type_unsupported');
  }
}

/** Browsers write these three characters so. */
const shownName = (name: string): string => name.replaceAll('%22', '"').replaceAll(/%0[AD]/gi, ' ');

const malformed = (detail: string): Problem => new Problem('malformed_request', { detail });
const tooLarge = (detail: string): Problem => new Problem('too_large', { detail });
