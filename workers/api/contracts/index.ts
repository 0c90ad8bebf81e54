/** The contracts of the API: what each address takes and answers, and who may call it. */
import { claimContracts } from './claims.ts';
import { reviewContracts } from './reviews.ts';
import { serviceContracts } from './service.ts';

export const contracts = { ...claimContracts, ...reviewContracts, ...serviceContracts };
export type OperationId = keyof typeof contracts;
