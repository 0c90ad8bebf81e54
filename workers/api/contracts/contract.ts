/** What a contract of the API consists of; the contracts themselves hold zod and words only. */
import { z } from 'zod';
import type { Role } from '../../sign-in/people.ts';
import type { ProblemCode } from '../problems.ts';

export interface Contract {
  method: 'GET' | 'POST' | 'PUT';
  /** Parts in braces are `params`. */
  path: `/${string}`;
  summary: string;
  /** Who may call it; `anyone` needs no token, `signed_in` any. */
  roles: readonly Role[] | 'anyone' | 'signed_in';
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON of this form, or `document`: the bytes of one document. */
  body?: z.ZodType | 'document';
  /** Also taken as `multipart/form-data`: the parts `documents` are files, other parts are fields of the JSON body. */
  multipart?: true;
  /** By status; a string is the media type of an answer that is no JSON. */
  responses: Record<number, z.ZodType | string>;
  problems: readonly ProblemCode[];
  /** Under which name it stands in the audit log; what names none shows and changes nothing of a claim. */
  audit?: string;
}

/** Named schemas of bodies and answers: each is written once into the OpenAPI document. */
export const requestSchemas = z.registry<{ id: string }>();
export const responseSchemas = z.registry<{ id: string }>();

export function requestSchema<S extends z.ZodType>(id: string, schema: S): S {
  requestSchemas.add(schema, { id });
  return schema;
}

export function responseSchema<S extends z.ZodType>(id: string, schema: S): S {
  responseSchemas.add(schema, { id });
  return schema;
}

/** A moment, as ISO 8601. */
export const moment = z.string().meta({ format: 'date-time' });
const limit = (most: number) => z.coerce.number().int().min(1).max(most);

/** Keyset paging: `after` is the `next` of the page before. */
export const paging = (most = 200) => ({
  limit: limit(most)
    .default(50)
    .meta({ description: `1 to ${most}` }),
  after: z.string().max(200).optional().meta({ description: 'the next of the page before' }),
});
