import type { Random } from './random.ts';

type Node = string | { slot: string } | { choices: Node[][] };

const parsed = new Map<string, Node[]>();

/** Expands `[a|b|]` to one of its choices (they may nest) and `{slot}` to its value. */
export function expand(
  template: string,
  random: Random,
  slot: (name: string) => string = (name) => name,
): string {
  let nodes = parsed.get(template);
  if (!nodes) {
    nodes = parse(template);
    parsed.set(template, nodes);
  }
  return render(nodes, random, slot);
}

function render(nodes: Node[], random: Random, slot: (name: string) => string): string {
  let text = '';
  for (const node of nodes) {
    if (typeof node === 'string') text += node;
    else if ('slot' in node) text += slot(node.slot);
    else text += render(random.pick(node.choices), random, slot);
  }
  return text;
}

function parse(template: string): Node[] {
  const levels: Node[][][] = [[[]]];
  let literal = '';
  const current = (): Node[] => levels.at(-1)?.at(-1) ?? [];
  const flush = (): void => {
    if (literal !== '') current().push(literal);
    literal = '';
  };
  for (let i = 0; i < template.length; i++) {
    const char = template[i];
    if (char === '[') {
      flush();
      levels.push([[]]);
    } else if (char === '|' && levels.length > 1) {
      flush();
      levels.at(-1)?.push([]);
    } else if (char === ']') {
      flush();
      const choices = levels.pop() ?? [];
      current().push({ choices });
    } else if (char === '{') {
      flush();
      const end = template.indexOf('}', i);
      current().push({ slot: template.slice(i + 1, end) });
      i = end;
    } else literal += char;
  }
  flush();
  return levels[0]?.[0] ?? [];
}

/** The text without the spaces that empty choices leave behind. */
export const withoutGaps = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/ ([.,;])/g, '$1')
    .trim();
