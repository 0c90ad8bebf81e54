import type { z } from 'zod';
import { Problem } from './problems.ts';

const MOST_ERRORS = 20;

/** What was given, in the form of its schema. Throws `invalid_input` that says where it is wrong, not what stands there. */
export function checked<S extends z.ZodType>(schema: S, given: unknown, where: string): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({
    pointer: [where, ...path.map(String)].join('/'),
    detail: message,
  }));
  throw new Problem('invalid_input', { errors });
}
