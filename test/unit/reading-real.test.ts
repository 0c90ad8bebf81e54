import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { request, testReader } from './reading-fixtures.ts';

/** Documents that other people wrote; they are no part of the project. */
const folder = new URL('../../../shared/real-claims/documents/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder) : [];

describe.skipIf(names.length === 0)('real claim documents', () => {
  const reader = testReader();
  afterAll(() => reader.close());

  it.each(names)('%s: every page is accounted for and has words', async (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const { pages, toRecognise, unread } = await reader.read(request(bytes, name));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1));
    expect([...toRecognise, ...unread]).toEqual([]);
    for (const { text, words } of pages) {
      expect(words.length).toBeGreaterThan(4);
      // Each word stands where it says, and together they are the text.
      const found = words.map(({ start, end }) => text.slice(start, end));
      expect(found.every((word) => word !== '' && !/\s/.test(word))).toBe(true);
    }
  });
});
