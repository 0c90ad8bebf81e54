/** The built pages: read once into memory, so that no address can reach any other file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Reply } from './call.ts';
import { Problem } from './problems.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt']);

/** No script, style or request but this server's own: what a document brought along cannot run, nor tell anybody. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};
/** Their names hold a hash of their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

interface File {
  type: string;
  bytes: Buffer;
  gzip: Buffer | null;
}

export interface Pages {
  built: boolean;
  /** The file at this address, or the page that every address of the pages starts with. Throws `not_found`. */
  find(path: string, acceptEncoding: string): Reply;
}

export function openPages(folder: string): Pages {
  const files = existsSync(join(folder, 'index.html')) ? filesOf(folder) : null;
  return {
    built: files !== null,
    find(path, acceptEncoding) {
      if (!files) throw new Problem('not_found', { detail: 'the pages are not built: npm run build' });
      // A name with a dot is a file's; any other address is a place within the page.
      const isFile = path.split('/').at(-1)?.includes('.') ?? false;
      const name = isFile ? path.slice(1) : 'index.html';
      const file = files.get(name);
      if (!file) throw new Problem('not_found');
      const zipped = file.gzip !== null && /\bgzip\b/.test(acceptEncoding);
      return {
        status: 200,
        type: file.type,
        body: zipped ? file.gzip : file.bytes,
        headers: {
          ...PAGE_HEADERS,
          'cache-control': name.startsWith('assets/') ? FOR_EVER : 'no-cache',
          vary: 'accept-encoding',
          ...(zipped ? { 'content-encoding': 'gzip' } : {}),
        },
      };
    },
  };
}

function filesOf(folder: string): Map<string, File> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .flatMap((entry): [string, File][] => {
        const path = join(entry.parentPath, entry.name);
        const type = TYPES[extname(path)];
        if (type === undefined) return [];
        const bytes = readFileSync(path);
        const gzip = COMPRESSED.has(extname(path)) ? gzipSync(bytes) : null;
        return [[relative(folder, path).split(sep).join('/'), { type, bytes, gzip }]];
      }),
  );
}
