/** One route for each contract. */
import type { Route } from '../call.ts';
import type { contracts, OperationId } from '../contracts/index.ts';
import { listAudits, showAudit, submitAudit } from './audits.ts';
import { exportClaims, listClaims, showClaim, showDocument, showPage } from './claims.ts';
import { addDocuments, cancelClaim, handIn, stageDocument } from './intake.ts';
import { decideBudget, holdReview, listReviews, releaseReview, showReview, submitReview } from './reviews.ts';
import {
  listModels,
  listRounds,
  readAuditLog,
  showDocs,
  showHealth,
  showMe,
  showOpenApi,
  showProblem,
  showReadiness,
  signOut,
} from './service.ts';

export const routes: { [K in OperationId]: Route<(typeof contracts)[K]> } = {
  handIn,
  stageDocument,
  addDocuments,
  cancelClaim,
  listClaims,
  exportClaims,
  showClaim,
  showDocument,
  showPage,
  listReviews,
  showReview,
  holdReview,
  releaseReview,
  submitReview,
  decideBudget,
  listAudits,
  showAudit,
  submitAudit,
  showMe,
  signOut,
  listModels,
  listRounds,
  readAuditLog,
  showHealth,
  showReadiness,
  showOpenApi,
  showDocs,
  showProblem,
};
