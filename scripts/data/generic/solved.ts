import type { RawValue } from '../../../shared/claim-fields.ts';

/** A document and the values asked of it, as printed; `null` where it states nothing. */
export interface Solved {
  text: string;
  answer: Record<string, RawValue>;
}
