import { DefaultFailureConverter } from '@temporalio/common';

/** Moves messages and stacks of failures into a payload, so that the codec seals them too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
