import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical-json.ts';
import type { Contract } from '../../workers/api/contracts/contract.ts';
import { contracts } from '../../workers/api/contracts/index.ts';
import { toCsv } from '../../workers/api/csv.ts';
import { docsPage } from '../../workers/api/docs-page.ts';
import { RateLimit, UploadLimits } from '../../workers/api/limits.ts';
import { formParts, isFormType } from '../../workers/api/multipart.ts';
import { openApi } from '../../workers/api/openapi.ts';
import { findContract } from '../../workers/api/router.ts';
import { committedTypes, generateTypes } from '../api-client/generate.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const FORM_TYPE = 'multipart/form-data; boundary=edge';

async function partsOf(text: string, size = 7) {
  const found = [];
  for await (const part of formParts(Readable.from(inPieces(text, size)), FORM_TYPE)) {
    if ('text' in part) {
      found.push({ name: part.name, text: part.text });
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.content) chunks.push(chunk);
    found.push({ name: part.name, fileName: part.fileName, text: Buffer.concat(chunks).toString() });
  }
  return found;
}

const part = (disposition: string, text: string) =>
  `--edge\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;

describe('a form', () => {
  const form = `${part('name="id"', 'C-1')}${part('name="documents"; filename="a \\"b\\".txt"', 'one\r\n--edg\r\ntwo')}${part('filename="ü%22.pdf"; name="documents"', '')}--edge--\r\n`;

  test.each([1, 2, 3, 7, 64, 10_000])('is the same in pieces of %i bytes', async (size) => {
    expect(await partsOf(form, size)).toEqual([
      { name: 'id', text: 'C-1' },
      { name: 'documents', fileName: 'a "b".txt', text: 'one\r\n--edg\r\ntwo' },
      { name: 'documents', fileName: 'ü".pdf', text: '' },
    ]);
  });

  test('may have a preamble, and parts that nobody reads', async () => {
    const names = [];
    for await (const { name } of formParts(Readable.from(inPieces(`hello\r\n${form}`, 5)), FORM_TYPE))
      names.push(name);
    expect(names).toEqual(['id', 'documents', 'documents']);
  });

  test.each([
    ['ends early', form.slice(0, -12)],
    ['has endless headers', `--edge\r\n${'x'.repeat(20_000)}`],
    ['is none', 'text'],
  ])('that %s is refused', async (_how, text) => {
    await expect(partsOf(text)).rejects.toMatchObject({ code: 'malformed_request' });
  });

  test('has limits on its fields and files, past which it is refused and not cut', async () => {
    const long = `${part('name="id"', 'x'.repeat(5_000))}--edge--\r\n`;
    await expect(partsOf(long, 1_000)).rejects.toMatchObject({ code: 'too_large' });
    const many = `${part('name="documents"; filename="x"', 'y').repeat(201)}--edge--\r\n`;
    await expect(partsOf(many, 10_000)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('keeps a file without a name of its field, so that no document is passed over', async () => {
    expect(await partsOf(`${part('filename="x"', 'y')}--edge--\r\n`)).toEqual([
      { name: '', fileName: 'x', text: 'y' },
    ]);
  });

  test('is known by its content type', () => {
    expect(isFormType('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe(true);
    expect(isFormType('multipart/form-data')).toBe(false);
    expect(isFormType('application/json')).toBe(false);
    expect(isFormType(undefined)).toBe(false);
  });
});

describe('limits', () => {
  test('a caller has so many requests at once, and then as many as come back with time; others are not touched', () => {
    const limit = new RateLimit({ perSecond: 2, atOnce: 3 });
    const take =
      (at: number, who = 'ana') =>
      () =>
        limit.take(who, at);
    for (let i = 0; i < 3; i += 1) take(0)();
    expect(take(0)).toThrow(/Too many requests/);
    expect(take(0, 'ben')).not.toThrow();
    expect(take(500)).not.toThrow();
    expect(take(500)).toThrow();
    try {
      limit.take('ana', 500);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'too_many_requests',
        options: { headers: { 'retry-after': '1' } },
      });
    }
  });

  test('a body is read to its limit and no further', async () => {
    const limits = new UploadLimits({ documentMb: 1 });
    const read = (text: string, most: number) =>
      limits.gather(inPieces(text, 10), most, async (bytes) => bytes.length);
    expect(await read('x'.repeat(100), 100)).toBe(100);
    await expect(read('x'.repeat(101), 100)).rejects.toMatchObject({ code: 'too_large' });
  });
});

describe('CSV', () => {
  test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '  =cmd', '＝1'])(
    '%j is text, not a formula',
    (text) => {
      expect(
        toCsv([[text]])
          .replace(/^"/, '')
          .startsWith("'"),
      ).toBe(true);
    },
  );

  test('numbers stay numbers, and what separates cells is quoted', () => {
    expect(toCsv([['a,b', 'say "x"', 'two\r\nlines', -5, null, true]])).toBe(
      '"a,b","say ""x""","two\r\nlines",-5,,true\r\n',
    );
  });
});

test('canonical JSON is the same whatever the order of keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});

describe('an address', () => {
  test('finds its contract and parameters; a fixed word stands before a parameter', () => {
    expect(findContract('GET', '/v1/claims.csv').operation).toBe('exportClaims');
    expect(findContract('GET', '/v1/claims/C-1')).toMatchObject({
      operation: 'showClaim',
      params: { id: 'C-1' },
    });
    expect(findContract('PUT', '/v1/claims/C-1/documents/a%2Fb.pdf').params).toEqual({
      id: 'C-1',
      name: 'a/b.pdf',
    });
  });

  test('that is none, or takes another method, is refused', () => {
    expect(() => findContract('GET', '/v2')).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(() => findContract('GET', '/v1/claims/%')).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(() => findContract('DELETE', '/v1/claims/C-1')).toThrow(
      expect.objectContaining({ code: 'method_not_allowed', options: { headers: { allow: 'GET' } } }),
    );
  });
});

describe('the OpenAPI document', () => {
  const api = openApi();
  const components = (api['components'] as { schemas: Record<string, unknown> }).schemas;
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

  test('has every contract, each under a name of its own', () => {
    const ids = operations.map(({ operation }) => operation['operationId']);
    expect(new Set(ids)).toEqual(new Set(Object.keys(contracts)));
    expect(ids).toHaveLength(Object.keys(contracts).length);
  });

  test('refers to nothing that is not there', () => {
    const references = JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g);
    const missing = [...references].filter(
      ([, to = '']) => !(to.replace('#/components/schemas/', '') in components),
    );
    expect(missing.map(([, to]) => to)).toEqual([]);
    expect(JSON.stringify(api)).not.toContain('$defs');
  });

  test('declares every parameter of a path, as required', () => {
    for (const { path, operation } of operations) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation['parameters'] ?? []) as { name: string; in: string; required: boolean }[];
      const inPath = declared.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name).sort(), path).toEqual(names.sort());
      expect(
        inPath.every(({ required }) => required),
        path,
      ).toBe(true);
    }
  });

  test('is a page without scripts and without anything from elsewhere', () => {
    const page = docsPage(api);
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!json-schema)/);
    expect(page).toContain('/v1/claims/{id}/review');
  });
});

test('whatever shows or changes claims says how it stands in the audit log', () => {
  const open = Object.entries(contracts as Record<string, Contract>).filter(
    ([, { path, audit, roles }]) =>
      /claims|reviews|audits|audit-log/.test(path) && (!audit || roles === 'anyone'),
  );
  expect(open.map(([name]) => name)).toEqual([]);
});

test('the committed types of the API are those of its contracts: node test/api-client/generate.ts', async () => {
  expect(await generateTypes()).toBe(committedTypes());
});
