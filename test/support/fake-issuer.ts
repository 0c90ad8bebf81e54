/** An issuer of the kind that an organisation has, as far as browsers and the API see it: it signs in whoever it is told to. */
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signToken } from '../../workers/sign-in/tokens.ts';

export interface FakeIssuer {
  url: string;
  /** Claims of the next token, over those that stand in every one. */
  claims: Record<string, unknown>;
  /** What the last token request said. */
  asked: URLSearchParams | null;
  close(): void;
}

export const CLIENT = 'claim-pages';

export async function startFakeIssuer(): Promise<FakeIssuer> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' };
  const codes = new Map<string, { challenge: string; nonce: string; redirectUri: string }>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer.url);
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return json(200, {
        issuer: issuer.url,
        jwks_uri: `${issuer.url}/keys`,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
      });
    if (url.pathname === '/keys') return json(200, { keys: [jwk] });
    if (url.pathname === '/authorize') {
      const asked = url.searchParams;
      const code = randomUUID();
      const redirectUri = asked.get('redirect_uri') ?? '';
      codes.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        nonce: asked.get('nonce') ?? '',
        redirectUri,
      });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      back.searchParams.set('iss', issuer.url);
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on(
      'end',
      () => void answerToken(new URLSearchParams(body)).then(([status, said]) => json(status, said)),
    );
    return response;
  });

  async function answerToken(asked: URLSearchParams): Promise<[number, object]> {
    issuer.asked = asked;
    const begun = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (!begun || challenge !== begun.challenge || asked.get('redirect_uri') !== begun.redirectUri)
      return [400, { error: 'invalid_grant' }];
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer.url,
      aud: CLIENT,
      sub: 'ana',
      tenant: 'tests',
      roles: ['reviewer'],
      nonce: begun.nonce,
      iat: now,
      exp: now + 300,
      ...issuer.claims,
    };
    return [
      200,
      { id_token: await signToken(claims, { key: key.privateKey, kid: 'one' }), token_type: 'Bearer' },
    ];
  }

  const issuer: FakeIssuer = {
    url: '',
    claims: {},
    asked: null,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}
