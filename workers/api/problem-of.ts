/** What an error means to the caller. Only here are errors of libraries and servers translated. */
import {
  isGrpcDeadlineError,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { Problem, type ProblemCode, problemOfFailure } from './problems.ts';

const RETRY = { headers: { 'retry-after': '5' } };

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ApplicationFailure) return ofFailure(error);
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
    return ofFailure(error.cause);
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(error) ||
    isGrpcDeadlineError(error)
  )
    return new Problem('temporal_unavailable', RETRY);
  return new Problem('internal');
}

/** For `catch`: a workflow that is not there has ended, which to this caller means `code`. */
export const whereEnded =
  (code: ProblemCode) =>
  (error: unknown): never => {
    throw error instanceof WorkflowNotFoundError ? new Problem(code) : error;
  };

/** Messages of failures are sentences without personal data, written for whoever asked. */
function ofFailure({ type, message }: ApplicationFailure): Problem {
  const code = problemOfFailure(type ?? '');
  if (code === null) return new Problem('internal');
  const waits = code.endsWith('_unavailable');
  return new Problem(code, { detail: message, ...(waits ? RETRY : {}) });
}
