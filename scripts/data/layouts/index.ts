import type { Layout } from '../layout.ts';
import { apart } from './apart.ts';
import { digests } from './digests.ts';
import { drawnLayouts } from './drawn.ts';
import { forms } from './forms.ts';
import { notices } from './full.ts';
import { handsForms } from './hands-forms.ts';
import { handsProse } from './hands-prose.ts';
import { letters } from './letters.ts';
import { packets, reports } from './reports.ts';
import { RESERVED } from './reserved.ts';
import { tables } from './tables.ts';
import { wordedLayouts } from './worded.ts';

export const LAYOUTS: readonly Layout[] = [
  ...forms,
  ...notices,
  ...tables,
  ...letters,
  ...reports,
  ...digests,
  ...packets,
  ...apart,
  ...drawnLayouts,
  ...wordedLayouts,
  ...handsForms,
  ...handsProse,
];

/** The layouts that no training set holds; they are there to find out what carries over. */
const HELD_OUT: ReadonlySet<string> = new Set([
  'flat-dotted',
  'ruled-tilde',
  'emdash-run-in',
  'capitals-colon',
  'label-value-reader',
  'markdown-one-table',
  'grid-four-wide',
  'grid-boxes',
  'two-columns-full',
  'web-form',
  'xml-export',
  'letter-typed-narrow',
  'statement-numbered',
  'mail-bulleted',
  'thread-original-message',
  'call-transcript',
  'police-boxes',
  'estimate-markdown',
  'adjuster-log',
  'packet-estimate-first',
  'text-messages',
  'broker-memorandum',
  'timeline',
  'json-export',
]);

/** Not drawn on by any training, nor by whoever mends the code: for one last measurement. */
const RESERVED_NAMES: ReadonlySet<string> = new Set(RESERVED.map(({ name }) => name));

/** The one split that a layout is of. */
export const splitOf = (name: string): Exclude<Split, 'all'> =>
  RESERVED_NAMES.has(name) ? 'reserved' : HELD_OUT.has(name) ? 'held-out' : 'train';

export const SPLITS = ['train', 'held-out', 'reserved', 'all'] as const;
/** `all` are the layouts that may be looked at: `train` and `held-out`. */
export type Split = (typeof SPLITS)[number];

export const layoutsOf = (split: Split): Layout[] =>
  split === 'reserved'
    ? [...RESERVED]
    : LAYOUTS.filter(({ name }) => split === 'all' || splitOf(name) === split);
