/** Who may call: a person or a system, of one tenant, in one or more roles. */
import { z } from 'zod';
import { TenantSchema } from '../../shared/contracts.ts';

export const ROLES = ['intake', 'reviewer', 'senior_reviewer', 'ml', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** The claims of a token that this system reads; roles that it does not know are other systems'. */
export const PersonSchema = z
  .object({
    sub: z.string().trim().min(1).max(100),
    name: z.string().max(200).optional(),
    tenant: TenantSchema,
    roles: z.array(z.string()),
    exp: z.number(),
  })
  .transform(({ sub, name, tenant, roles, exp }) => ({
    subject: sub,
    name: name ?? sub,
    tenant,
    roles: ROLES.filter((role) => roles.includes(role)),
    expiresAt: new Date(exp * 1_000),
  }));

export type Person = z.infer<typeof PersonSchema>;

export const hasRole = (person: Person, roles: readonly Role[]): boolean =>
  roles.some((role) => person.roles.includes(role));
