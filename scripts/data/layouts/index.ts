import type { Layout } from '../layout.ts';
import { apart } from './apart.ts';
import { digests } from './digests.ts';
import { drawnLayouts } from './drawn.ts';
import { forms } from './forms.ts';
import { notices } from './full.ts';
import { letters } from './letters.ts';
import { packets, reports } from './reports.ts';
import { tables } from './tables.ts';

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

export const isHeldOut = (name: string): boolean => HELD_OUT.has(name);

export type Split = 'train' | 'held-out' | 'all';

export const layoutsOf = (split: Split): Layout[] =>
  LAYOUTS.filter((layout) => split === 'all' || isHeldOut(layout.name) === (split === 'held-out'));
