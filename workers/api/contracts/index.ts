/** The contracts of the API: what each address takes and answers, and who may call it. */
import { auditContracts } from './audits.ts';
import { claimContracts } from './claims.ts';
import { dashboardContracts } from './dashboard.ts';
import { modelContracts } from './models.ts';
import { reviewContracts } from './reviews.ts';
import { serviceContracts } from './service.ts';

export const contracts = {
  ...claimContracts,
  ...reviewContracts,
  ...auditContracts,
  ...dashboardContracts,
  ...modelContracts,
  ...serviceContracts,
};
export type OperationId = keyof typeof contracts;
