import { defineSearchAttributeKey, type SearchAttributePair, SearchAttributeType } from '@temporalio/common';
import type { ClaimStatus } from './contracts.ts';

const STATUS = defineSearchAttributeKey('ClaimStatus', SearchAttributeType.KEYWORD);
const TENANT = defineSearchAttributeKey('ClaimTenant', SearchAttributeType.KEYWORD);
const DOUBTS = defineSearchAttributeKey('ClaimDoubts', SearchAttributeType.INT);

/** What the Temporal UI can search claims by. Search attributes stay in clear: codes and counts only. */
export const searchAttributes = {
  all: (tenant: string, status: ClaimStatus, doubts: number): SearchAttributePair[] => [
    { key: TENANT, value: tenant },
    { key: STATUS, value: status },
    { key: DOUBTS, value: doubts },
  ],
  status: (status: ClaimStatus): SearchAttributePair[] => [{ key: STATUS, value: status }],
};
