/** The task queues, one for each pool of workers. */
export const TASK_QUEUES = {
  /** Claim workflows and their light activities. */
  claims: 'claims',
  /** Reading and OCR: bound by the processor. */
  documents: 'documents',
  /** Extraction; its worker sits beside a model server and has as many slots as that serves sequences. */
  inference: 'inference',
  /** Curating and training, beside the GPU that trains. */
  training: 'training',
} as const;

/** Priority keys: lower goes first. Live claims go before batch work on the shared model server. */
export const PRIORITIES = { urgent: 1, high: 2, normal: 3, low: 4, batch: 5 } as const;
