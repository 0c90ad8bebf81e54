/** One call of the API as its route sees it, and what a route answers. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Config } from '../../shared/config.ts';
import type { AuditDetail, AuditLog } from '../../shared/database/audit-log.ts';
import type { Database } from '../../shared/database/database.ts';
import type { Logger } from '../../shared/log.ts';
import type { IntakeDeps } from '../../shared/submit.ts';
import type { Person } from '../sign-in/people.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Contract } from './contracts/contract.ts';
import type { UploadLimits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { PageImages } from './page-images.ts';
import type { Pages } from './pages.ts';

export interface ApiDeps extends IntakeDeps {
  config: Config;
  database: Database;
  signIn: SignIn;
  auditLog: AuditLog;
  uploads: UploadLimits;
  metrics: Metrics;
  pages: Pages;
  pageImages: PageImages;
  log: Logger;
  /** Whether the server takes no new work any more. */
  stopping: () => boolean;
}

type Part<C, K extends string> = C extends { [P in K]: infer S extends z.ZodType } ? z.output<S> : undefined;

export interface Call<C = Contract> {
  params: Part<C, 'params'>;
  query: Part<C, 'query'>;
  /** `undefined` where the contract takes the bytes of a document, or a form came: the route reads them from `request`. */
  body: Part<C, 'body'> | (C extends { multipart: true } ? undefined : never);
  /** Only where the contract lets nobody in without a token. */
  person: C extends { roles: 'anyone' } ? Person | null : Person;
  requestId: string;
  request: IncomingMessage;
  /**
   * Writes the entry of this call into the audit log. A route calls it before it changes or answers
   * anything; what was not audited is not answered.
   */
  audit: (claimId: string | null, detail?: AuditDetail) => Promise<void>;
  deps: ApiDeps;
}

export interface Reply {
  status: number;
  /** JSON, unless `type` says otherwise. */
  body?: unknown;
  /** Media type of a body that is text or bytes. */
  type?: string;
  headers?: Record<string, string | string[]>;
}

export type Route<C> = (call: Call<C>) => Promise<Reply>;
