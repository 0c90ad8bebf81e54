import { convert, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';

/** A table's row as one line, `a | b`; rows that only lay out a page are read like any block. */
const formatRow: FormatCallback = (row, walk, builder) => {
  const cells = (row.children ?? []).filter((node) => node.name === 'td' || node.name === 'th');
  const texts = cells.map((cell) => flatText(cell).replace(/\s+/g, ' ').trim());
  const isData = texts.length > 1 && texts.every((text) => text.length < 600) && !cells.some(holdsTable);
  builder.openBlock({ leadingLineBreaks: 1 });
  if (isData) {
    while (texts.at(-1) === '') texts.pop();
    builder.addInline(joinCells(texts), { noWordTransform: true });
  } else for (const cell of cells) walk(cell.children ?? [], builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** `Label:` and its value stand in two cells of many letters; they are one line without a bar. */
const joinCells = (texts: string[]): string =>
  texts.reduce((line, text, index) => {
    if (index === 0) return text;
    return /:$/.test(line) ? `${line} ${text}` : `${line} | ${text}`;
  }, '');

function flatText(node: DomNode): string {
  if (node.type === 'text') return node.data ?? '';
  if (node.name === 'style' || node.name === 'script') return '';
  const text = (node.children ?? []).map(flatText).join('');
  return /^(br|p|div|li|h\d)$/.test(node.name ?? '') ? ` ${text} ` : text;
}

const holdsTable = (node: DomNode): boolean =>
  node.name === 'table' || (node.children ?? []).some((child) => holdsTable(child));

/** The converter drops form feeds as blanks; this private character passes. */
const PAGE_BREAK = '\ue00c';

const formatPageBreak: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(PAGE_BREAK, { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  formatters: { row: formatRow, pageBreak: formatPageBreak },
  limits: { maxInputLength: 20_000_000, maxDepth: 200 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'tr', format: 'row' },
    { selector: 'hr.page', format: 'pageBreak' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** The text of a page of HTML; nothing it refers to is loaded. */
export const htmlToText = (html: string): string =>
  convert(html, OPTIONS).replace(new RegExp(`\\n*${PAGE_BREAK}\\n*`, 'g'), '\f');
