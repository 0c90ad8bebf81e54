import type { FieldValue } from '../../claim-fields.ts';
import type { Span } from '../tokens.ts';

/** A value that a text tells of, and where. */
export interface Told extends Span {
  value: FieldValue;
  /** The places of its parts, where they stand apart. */
  spans?: readonly Span[];
}

/** One that is printed as text. */
export interface ToldText extends Told {
  value: string;
}
