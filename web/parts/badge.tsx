import type { ReactNode } from 'react';
import type { ClaimStatus } from '../../shared/contracts.ts';
import { PRIORITY_WORDS, STATUS_WORDS, type Tone } from '../words/words.ts';

export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`badge ${tone}`}>{children}</span>
);

export function StatusBadge({ status }: { status: ClaimStatus }) {
  const { word, tone } = STATUS_WORDS[status];
  return <Badge tone={tone}>{word}</Badge>;
}

export function PriorityBadge({ priority }: { priority: number }) {
  const { word, tone } = PRIORITY_WORDS[priority] ?? { word: String(priority), tone: 'plain' as const };
  return <Badge tone={tone}>{word}</Badge>;
}
