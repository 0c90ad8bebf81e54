/** Parts of a form (`multipart/form-data`, RFC 7578) as they arrive: no part is held here as a whole. */
import { Problem } from './problems.ts';

const MOST_HEADER_BYTES = 8_192;
const LINE = Buffer.from('\r\n');

export interface FormPart {
  name: string;
  /** `null`: a field, not a file. */
  fileName: string | null;
  content: AsyncIterable<Buffer>;
}

/** The boundary that a content type names, or `null` when it is no form. */
export function boundaryOf(contentType: string | undefined): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))/i.exec(contentType ?? '') ??
    [];
  return quoted ?? plain ?? null;
}

/** The parts of a form in order; the content of one that nobody read is passed over. Throws `malformed_request`. */
export async function* formParts(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<FormPart> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const reader = new Reader(body);
  await drain(reader.until(delimiter));
  for (;;) {
    const next = await reader.take(2);
    if (next.toString('latin1') === '--') return;
    if (!next.equals(LINE)) throw malformed('a boundary is followed by something else than a line break');
    const { name, fileName } = disposition(await reader.headers());
    const content = reader.until(delimiter);
    yield { name, fileName, content };
    await drain(content);
  }
}

class Reader {
  readonly #source: AsyncIterator<Buffer>;
  /** The first delimiter has no line before it; with this one all are alike. */
  #buffer: Buffer = LINE;

  constructor(body: AsyncIterable<Buffer>) {
    this.#source = body[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next();
    if (done) throw malformed('the form ends before its last boundary');
    this.#buffer = this.#buffer.length === 0 ? value : Buffer.concat([this.#buffer, value]);
  }

  async take(bytes: number): Promise<Buffer> {
    while (this.#buffer.length < bytes) await this.#more();
    return this.#cut(bytes);
  }

  #cut(bytes: number): Buffer {
    const taken = this.#buffer.subarray(0, bytes);
    this.#buffer = this.#buffer.subarray(bytes);
    return taken;
  }

  async headers(): Promise<string> {
    const end = Buffer.from('\r\n\r\n');
    for (;;) {
      const at = this.#buffer.indexOf(end);
      if (at >= 0) {
        const text = this.#cut(at).toString('utf8');
        this.#cut(end.length);
        return text;
      }
      if (this.#buffer.length > MOST_HEADER_BYTES) throw malformed('the headers of a part are too long');
      await this.#more();
    }
  }

  /** What stands before the delimiter, which is passed over. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(delimiter);
      if (at >= 0) {
        if (at > 0) yield this.#cut(at);
        this.#cut(delimiter.length);
        return;
      }
      // The delimiter may have begun in the last bytes.
      const sure = this.#buffer.length - delimiter.length + 1;
      if (sure > 0) yield this.#cut(sure);
      await this.#more();
    }
  }
}

async function drain(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _chunk of content);
}

function disposition(headers: string): { name: string; fileName: string | null } {
  const line = headers.split('\r\n').find((header) => /^content-disposition\s*:/i.test(header)) ?? '';
  const parameter = (name: string): string | null =>
    new RegExp(`;\\s*${name}="((?:\\\\.|[^"\\\\])*)"`, 'i').exec(line)?.[1]?.replace(/\\(.)/g, '$1') ?? null;
  const name = parameter('name');
  if (name === null) throw malformed('a part has no name');
  // Browsers write these three characters so.
  const fileName = parameter('filename')
    ?.replaceAll('%22', '"')
    .replaceAll(/%0[AD]/gi, ' ');
  return { name, fileName: fileName ?? null };
}

const malformed = (detail: string): Problem => new Problem('malformed_request', { detail });
