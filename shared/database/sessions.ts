/** Statements about browsers that are signed in. */
import type { Queryable } from './database.ts';

export interface SessionRow {
  tenant: string;
  subject: string;
  name: string;
  roles: string[];
  expires_at: Date;
}

/** Rows of sessions that ended so long ago are of no use any more. */
const KEPT_FOR = '1 day';

export async function insertSession(
  db: Queryable,
  session: {
    idSha256: string;
    tenant: string;
    subject: string;
    name: string;
    roles: string[];
    expiresAt: Date;
  },
): Promise<void> {
  await db.query(
    `with old as (delete from sessions where expires_at < now() - interval '${KEPT_FOR}')
     insert into sessions (id_sha256, tenant, subject, name, roles, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      session.idSha256,
      session.tenant,
      session.subject,
      session.name,
      session.roles,
      session.expiresAt.toISOString(),
    ],
  );
}

/** The session, unless it has ended. */
export async function findSession(db: Queryable, idSha256: string): Promise<SessionRow | null> {
  const [row] = await db.query<SessionRow>(
    `select tenant, subject, name, roles, expires_at from sessions
     where id_sha256 = $1 and ended_at is null and expires_at > now()`,
    [idSha256],
  );
  return row ?? null;
}

export async function endSession(db: Queryable, idSha256: string): Promise<void> {
  await db.query('update sessions set ended_at = now() where id_sha256 = $1 and ended_at is null', [
    idSha256,
  ]);
}
