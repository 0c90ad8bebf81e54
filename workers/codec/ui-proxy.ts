import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { withoutSession } from './access.ts';

/**
 * Hands a request on to the Temporal UI. Under one origin with the codec, the UI's calls for payloads
 * carry the session without any setting in the UI: its browser code sends cookies to its own origin only.
 */
export function proxyToUi(uiUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const target = new URL(uiUrl);
  const { cookie, authorization: _codecToken, host: _ownHost, ...headers } = request.headers;
  const cookies = withoutSession(cookie ?? '');
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = send(
    new URL(request.url ?? '/', target),
    {
      method: request.method,
      headers: { ...headers, host: target.host, ...(cookies ? { cookie: cookies } : {}) },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  upstream.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain' }).end('the Temporal UI does not answer\n');
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}
