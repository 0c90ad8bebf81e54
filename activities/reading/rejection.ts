import { REJECTIONS, type RejectionCode } from '../../shared/documents.ts';

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
