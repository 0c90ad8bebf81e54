/** Half-open range of offsets. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Where the top-level values of a JSON object stand in its text, without quotes, brackets and commas:
 * one span for a string, number or word, one for each element of a list, and `[]` itself. Of a key that
 * occurs twice the last one counts, as for `JSON.parse`. Expects text that `JSON.parse` accepts.
 */
export function valueSpans(json: string): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/gs;
  let depth = 0;
  let key: string | null = null;
  let expectsKey = true;
  let values: Span[] = [];
  let opened = 0;
  for (const match of json.matchAll(token)) {
    const text = match[0];
    const start = match.index;
    const end = start + text.length;
    const scalar = text.length > 1 || !/[[\]{},:]/.test(text);
    if (scalar && depth === 1 && expectsKey) {
      key = JSON.parse(text) as string;
      values = [];
      expectsKey = false;
    } else if (scalar) {
      values.push(text.startsWith('"') ? { start: start + 1, end: end - 1 } : { start, end });
    } else if (text === '{' || text === '[') {
      if (depth === 1) opened = start;
      depth += 1;
    } else if (text === '}' || text === ']') {
      depth -= 1;
      if (depth === 1 && values.length === 0) values.push({ start: opened, end });
    }
    if (key !== null && ((text === ',' && depth === 1) || depth === 0)) {
      spans.set(key, values);
      key = null;
      expectsKey = true;
    }
  }
  return spans;
}
