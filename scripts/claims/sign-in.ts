import { LOCAL_PEOPLE, openLocalIssuer } from '../../workers/sign-in/local-issuer.ts';
import type { Office } from './office.ts';
import { CommandRefused, type Invocation, type Outcome } from './outcome.ts';

export async function signInCommand({ config }: Office, { tenant }: Invocation): Promise<Outcome> {
  const issuer = openLocalIssuer(config);
  if (!issuer)
    throw new CommandRefused(
      'there is no local issuer: npm start has one, unless OIDC_ISSUER names the issuer of the organisation',
    );
  const api = config.API_PUBLIC_URL ?? `http://127.0.0.1:${config.API_PORT}`;
  const people = await Promise.all(
    LOCAL_PEOPLE.map(async (person) => {
      const token = await issuer.mint({ ...person, tenant });
      return { subject: person.subject, roles: person.roles, token, link: `${api}/sign-in?token=${token}` };
    }),
  );
  return {
    json: people,
    text: people.map(({ subject, roles, link }) => `${subject} (${roles.join(', ')})\n  ${link}`).join('\n'),
  };
}
