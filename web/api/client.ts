/** Calls the API by its contracts: address, method and the form of the answer are theirs. */
import { z } from 'zod';
import { contracts, type OperationId } from '../../workers/api/contracts/index.ts';
import type { ProblemCode } from '../../workers/api/problems.ts';
import { reportConnection } from './connection.ts';

type Contracts = typeof contracts;
type Input<O extends OperationId, K extends string> = Contracts[O] extends {
  [P in K]: infer S extends z.ZodType;
}
  ? z.input<S>
  : undefined;
type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Responses<O extends OperationId> = Contracts[O]['responses'];

/** What the API answers an operation with when it is carried out. */
export type Answer<O extends OperationId> =
  Responses<O> extends { 200: infer S }
    ? Output<S>
    : Responses<O> extends { 201: infer S }
      ? Output<S>
      : Responses<O> extends { 202: infer S }
        ? Output<S>
        : undefined;

export type Body<O extends OperationId> = Input<O, 'body'>;

interface Given<O extends OperationId> {
  params?: Record<string, string | number>;
  query?: Partial<Record<keyof NonNullable<Input<O, 'query'>>, string | number | boolean | undefined>>;
  body?: Body<O>;
  signal?: AbortSignal;
}

const ProblemSchema = z.object({
  code: z.string(),
  title: z.string(),
  status: z.number(),
  requestId: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

/** Thrown when the API refuses a call: the problem as it stands in the answer. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly requestId: string | null;

  constructor(problem: z.output<typeof ProblemSchema>) {
    const [first] = problem.errors ?? [];
    super(problem.detail ?? (first ? `${problem.title} (${first.pointer}: ${first.detail})` : problem.title));
    // A code that this page does not know yet is shown by its title and told apart by nobody.
    this.code = problem.code as ProblemCode;
    this.status = problem.status;
    this.title = problem.title;
    this.requestId = problem.requestId ?? null;
  }
}

/** Thrown when no answer came: the network or the server is away. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** Thrown when an answer has another form than the contract that this page was built with. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer';
}

export function addressOf(path: string, params: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
}

function queryString(query: Record<string, string | number | boolean | undefined> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** Carries out one operation. Throws `ApiProblem`, `Unreachable` and `UnexpectedAnswer`. */
export async function call<O extends OperationId>(operation: O, given: Given<O> = {}): Promise<Answer<O>> {
  const { method, path, responses } = contracts[operation];
  const address = addressOf(path, given.params) + queryString(given.query);
  const response = await send(address, {
    method,
    ...(given.signal ? { signal: given.signal } : {}),
    ...(method === 'GET'
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(given.body ?? {}) }),
  });
  if (!response.ok) throw await problemOf(response);
  const schema = (responses as Record<number, z.ZodType | string>)[response.status];
  if (typeof schema !== 'object') return undefined as Answer<O>;
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new UnexpectedAnswer('The page and the server are of different versions');
  return answer.data as Answer<O>;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init);
    reportConnection(response.status === 401 ? 'signed_out' : 'fine');
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    reportConnection('offline');
    throw new Unreachable('The server cannot be reached');
  }
}

async function problemOf(response: Response): Promise<Error> {
  const problem = ProblemSchema.safeParse(await response.json().catch(() => undefined));
  if (problem.success) return new ApiProblem(problem.data);
  // A proxy in between answers in a form of its own.
  return new Unreachable(`The server answered with status ${response.status}`);
}
