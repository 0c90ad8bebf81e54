/** Sessions of browsers: the browser holds a random id, the server who it stands for. */
import { randomBytes } from 'node:crypto';
import type { Database } from '../../shared/database/database.ts';
import { endSession, findSession, insertSession } from '../../shared/database/sessions.ts';
import { sha256 } from '../../shared/packet.ts';
import { type Person, ROLES } from './people.ts';

// Browsers share cookies between the ports of one host: one sign-in serves the API and the codec server.
const COOKIE = 'claim_session';
const ID_BYTES = 32;

export interface Sessions {
  /** Begins a session that ends when the person's sign-in does; resolves with its id. */
  begin(person: Person): Promise<string>;
  /** `null`: there is none, it has ended, or somebody signed out. */
  find(id: string): Promise<Person | null>;
  end(id: string): Promise<void>;
}

/** Sessions in Postgres, under the hash of their id: whoever reads the table can be nobody by it. */
export const databaseSessions = (database: Database): Sessions => ({
  async begin(person) {
    const id = randomBytes(ID_BYTES).toString('base64url');
    await insertSession(database, { ...person, idSha256: sha256(id) });
    return id;
  },
  async find(id) {
    const row = await findSession(database, sha256(id));
    if (!row) return null;
    const { tenant, subject, name, expires_at: expiresAt } = row;
    return { tenant, subject, name, expiresAt, roles: ROLES.filter((role) => row.roles.includes(role)) };
  },
  end: (id) => endSession(database, sha256(id)),
});

export const cookiesOf = (header: string): string[] => header.split(/;\s*/).filter(Boolean);
const isSession = (cookie: string): boolean => cookie.startsWith(`${COOKIE}=`);

/** The session that a request's cookies name; `null`: none. */
export const sessionOf = (header: string): string | null =>
  cookiesOf(header)
    .find(isSession)
    ?.slice(COOKIE.length + 1) || null;

/** The `Set-Cookie` header of a session; scripts cannot read it, other sites' pages do not send it. */
export function sessionCookie(id: string, person: Person, options: { secure: boolean }): string {
  const seconds = Math.max(0, Math.floor((person.expiresAt.getTime() - Date.now()) / 1_000));
  const secure = options.secure ? '; Secure' : '';
  return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
}

export const endedSession = `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

/** The request's cookies without the session, which is nobody else's business. */
export const withoutSignIn = (header: string): string =>
  cookiesOf(header)
    .filter((cookie) => !isSession(cookie))
    .join('; ');
