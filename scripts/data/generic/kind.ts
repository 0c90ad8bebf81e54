/** A kind of document: its titles, and the fields that one of them may hold. */
import type { Value } from './values.ts';

export interface Field {
  labels: string[];
  keys: string[];
  /** Says the value in a sentence, at `{v}`. */
  sentence: string | null;
  value: Value;
}

export interface Kind {
  titles: string[];
  fields: Field[];
}

/** Fields are written `labels>keys>sentence`, alternatives parted by bars. */
export const kind = (titles: string, fields: Record<string, Value>): Kind => ({
  titles: titles.split('|'),
  fields: Object.entries(fields).map(([spec, value]) => {
    const [labels = '', keys = '', sentence = null] = spec.split('>');
    return { labels: labels.split('|'), keys: keys.split('|'), sentence, value };
  }),
});
