import { sessionCookie } from '../sign-in/sign-in.ts';
import { TokenRefused } from '../sign-in/tokens.ts';
import type { ApiDeps, Reply } from './call.ts';
import { Problem } from './problems.ts';

/**
 * `GET /sign-in?token=…`: signs a browser in by a link of the local issuer. With a real issuer there are
 * no such links: one could be sent to somebody else, who would then work under a stranger's name.
 */
export async function signInByLink({ signIn, config }: ApiDeps, token: string | null): Promise<Reply> {
  if (!signIn.byLink) throw new Problem('not_found');
  const person = await signIn.verify(token ?? '').catch((error: unknown) => {
    if (!(error instanceof TokenRefused)) throw error;
    throw new Problem(error.reason === 'expired' ? 'sign_in_expired' : 'not_signed_in');
  });
  const secure = config.API_PUBLIC_URL?.startsWith('https:') ?? false;
  // A browser that follows a redirect from elsewhere would not send a strict cookie yet, a page that moves on does.
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '<!doctype html><title>Signed in</title><meta http-equiv="refresh" content="0;url=/docs"><a href="/docs">Go on</a>\n',
    headers: {
      'set-cookie': sessionCookie(token ?? '', person, { secure }),
      'referrer-policy': 'no-referrer',
    },
  };
}
