/** Everything that the workflow bundle exports; a new workflow is one line here. */
export { auditWorkflow } from './audit.ts';
export { claimWorkflow } from './claim.ts';
export { curateWorkflow } from './curate.ts';
export { evaluateWorkflow } from './evaluate.ts';
export { modelLoopWorkflow } from './model-loop.ts';
export { promoteWorkflow } from './promote.ts';
export { rollbackWorkflow } from './rollback.ts';
export { roundWorkflow } from './round.ts';
export { shadowWorkflow } from './shadow.ts';
export { trainWorkflow } from './train.ts';
