/** Everything that the workflow bundle exports; a new workflow is one line here. */
export { auditWorkflow } from './audit.ts';
export { claimWorkflow } from './claim.ts';
