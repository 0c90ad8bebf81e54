/** Key of an object in the store, as `objectKeys` builds it. */
export type ObjectKey = string;

/** Where objects lie. A key is a path of hashes and fixed words: it says nothing about a person. */
export const objectKeys = {
  document: (tenant: string, sha256: string): ObjectKey => `${tenant}/documents/${sha256}`,
  /** `PageText` as JSON, once for each reading of the same bytes. */
  page: (tenant: string, sha256: string, page: number): ObjectKey => `${tenant}/pages/${sha256}/${page}.json`,
  /** The page as WebP, for people to look at. */
  pageImage: (tenant: string, sha256: string, page: number, width: number): ObjectKey =>
    `${tenant}/images/${sha256}/${page}-${width}.webp`,
  chunk: (tenant: string, chunkId: string): ObjectKey => `${tenant}/chunks/${chunkId}.json`,
  /** The answer of one model version to one chunk. */
  answer: (tenant: string, chunkId: string, modelVersion: string): ObjectKey =>
    `${tenant}/answers/${modelVersion}/${chunkId}.json`,
  /** `MergedClaim` and `ScoredClaim`, one for each round of reading. */
  merged: (tenant: string, claimId: string, round: number): ObjectKey =>
    `${tenant}/claims/${claimId}/merged-${round}.json`,
  scored: (tenant: string, claimId: string, round: number): ObjectKey =>
    `${tenant}/claims/${claimId}/scored-${round}.json`,
  /** A verified claim as prompts show it to a model, by the hash of its text. */
  example: (tenant: string, textSha256: string): ObjectKey => `${tenant}/examples/${textSha256}.json`,
  /** A frozen part of a data set, by its own hash. */
  dataSetPart: (tenant: string, sha256: string): ObjectKey => `${tenant}/data-sets/${sha256}.jsonl`,
  /** A file of a run under way: its checkpoints, and the list of the last whole one. */
  run: (run: string, path: string): ObjectKey => `models/runs/${run}/${path}`,
  version: (version: string, path: string): ObjectKey => `models/versions/${version}/${path}`,
  /** Predictions of a part of an evaluation's claims, and its report. */
  evaluation: (tenant: string, evaluation: string, path: string): ObjectKey =>
    `${tenant}/evaluations/${evaluation}/${path}`,
};
