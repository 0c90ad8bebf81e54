/** One route for each contract. */
import type { Route } from '../call.ts';
import type { contracts, OperationId } from '../contracts/index.ts';
import { listAudits, showAudit, submitAudit } from './audits.ts';
import { exportClaims, listClaims, showClaim, showDocument, showPage, showPageImage } from './claims.ts';
import { showDashboard } from './dashboard.ts';
import { decideDisagreement, listDisagreements, showDisagreement } from './disagreements.ts';
import { addDocuments, cancelClaim, handIn, stageDocument } from './intake.ts';
import { listModels, showModel } from './models.ts';

import {
  decideBudget,
  holdReview,
  listReviews,
  openReview,
  releaseReview,
  showReview,
  submitReview,
} from './reviews.ts';
import { listRounds, showRound } from './rounds.ts';
import {
  readAuditLog,
  showDocs,
  showHealth,
  showMe,
  showOpenApi,
  showProblem,
  showReadiness,
  signOut,
} from './service.ts';
import { showTimeline } from './timeline.ts';

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
  showPageImage,
  showTimeline,
  listReviews,
  showReview,
  openReview,
  holdReview,
  releaseReview,
  submitReview,
  decideBudget,
  listAudits,
  showAudit,
  submitAudit,
  listDisagreements,
  showDisagreement,
  decideDisagreement,
  showDashboard,
  listModels,
  showModel,
  listRounds,
  showRound,
  showMe,
  signOut,
  readAuditLog,
  showHealth,
  showReadiness,
  showOpenApi,
  showDocs,
  showProblem,
};
