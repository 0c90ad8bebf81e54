/** The OpenAPI document (3.1) of the contracts. */
import { z } from 'zod';
import { type Contract, requestSchemas, responseSchemas } from './contracts/contract.ts';
import { contracts } from './contracts/index.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

type Json = Record<string, unknown>;
export interface OpenApi extends Json {
  paths: Record<string, Record<string, Json>>;
}

const reference = (id: string) => ({ $ref: `#/components/schemas/${id}` });
const uri = (id: string) => `#/components/schemas/${id}`;

let made: OpenApi | null = null;

/** Made once: contracts do not change while the server runs. */
export function openApi(): OpenApi {
  made ??= {
    openapi: '3.1.0',
    info: {
      title: 'Claim reader',
      version: '1',
      description: 'Hands in insurance claims, shows what was read from them, and takes decisions of people.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: paths(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...named(z.toJSONSchema(requestSchemas, { io: 'input', uri }).schemas),
        ...named(z.toJSONSchema(responseSchemas, { io: 'output', uri }).schemas),
        Problem: PROBLEM_SCHEMA,
      },
    },
  };
  return made;
}

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457; `code` is stable',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    requestId: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'requestId'],
};

function named(schemas: Record<string, Json>): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  );
}

function paths(): OpenApi['paths'] {
  const all: OpenApi['paths'] = {};
  for (const [operationId, contract] of Object.entries(contracts)) {
    const methods = all[contract.path] ?? {};
    methods[contract.method.toLowerCase()] = operation(operationId, contract);
    all[contract.path] = methods;
  }
  return all;
}

function operation(operationId: string, contract: Contract): Json {
  const { roles } = contract;
  const open = roles === 'anyone';
  const parameters = [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query')];
  return {
    operationId,
    summary: contract.summary,
    ...(Array.isArray(roles) ? { description: `For the roles ${roles.join(', ')}.` } : {}),
    security: open ? [] : [{ token: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(contract.body === undefined ? {} : { requestBody: requestBody(contract) }),
    responses: { ...answers(contract), ...problems(contract) },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...form } = property as Json;
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      // A coerced number is any text to its schema's input side.
      schema: Object.keys(form).length > 0 ? form : { type: 'integer' },
    };
  });
}

function requestBody({ body, multipart }: Contract): Json {
  if (body === 'document')
    return {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  const id = body ? requestSchemas.get(body)?.id : undefined;
  if (id === undefined) throw new Error('the body of a contract has no name');
  const form = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      priority: { type: 'integer' },
      documents: { type: 'array', items: { type: 'string', format: 'binary' } },
    },
    required: ['documents'],
  };
  return {
    required: true,
    content: {
      'application/json': { schema: reference(id) },
      ...(multipart ? { 'multipart/form-data': { schema: form } } : {}),
    },
  };
}

function answers(contract: Contract): Json {
  return Object.fromEntries(
    Object.entries(contract.responses).map(([status, answer]) => {
      const description = Number(status) < 300 ? contract.summary : 'Not now';
      if (answer === 'none') return [status, { description }];
      if (typeof answer === 'string')
        return [status, { description, content: { [answer]: { schema: { type: 'string' } } } }];
      const id = responseSchemas.get(answer)?.id;
      if (id === undefined) throw new Error(`an answer of ${contract.path} has no name`);
      return [status, { description, content: { 'application/json': { schema: reference(id) } } }];
    }),
  );
}

const ALWAYS: readonly ProblemCode[] = ['too_many_requests', 'internal', 'database_unavailable'];
const SIGNED_IN: readonly ProblemCode[] = ['not_signed_in', 'sign_in_expired', 'role_missing'];

/** Problems by status: several may share one. */
function problems(contract: Contract): Json {
  const codes = new Set<ProblemCode>([
    ...contract.problems,
    ...ALWAYS,
    ...(contract.roles === 'anyone' ? [] : SIGNED_IN),
  ]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    if (contract.responses[status] === undefined)
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  );
}
