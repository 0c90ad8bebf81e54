import { REJECTIONS, type RejectionCode } from '../../shared/documents.ts';

export interface Rejection {
  code: RejectionCode;
  /** One clause without document text, values or the file's name. */
  detail: string;
}

/** Thrown when a document cannot be read for a reason that lies in the document. */
export class Rejected extends Error {
  override name = 'Rejected';
  readonly code: RejectionCode;
  readonly detail: string;

  constructor(code: RejectionCode, detail: string = REJECTIONS[code]) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

const isControl = (character: string): boolean => character < ' ' || character === '\u007f';

/** The one line that people read: the file's name, the cause and its code. */
export function describeRejection(name: string, rejection: Rejection): string {
  const shown = [...name].map((character) => (isControl(character) ? '?' : character)).join('');
  const cause = REJECTIONS[rejection.code];
  const detail = rejection.detail === cause ? '' : ` (${rejection.detail})`;
  return `${shown.slice(0, 120) || 'unnamed document'}: ${cause}${detail} [${rejection.code}]`;
}
