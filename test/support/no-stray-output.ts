import { afterEach, beforeEach, expect } from 'vitest';

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const original = Object.fromEntries(METHODS.map((method) => [method, console[method]]));
let stray: string[] = [];

// A test that prints is a test that hides something: every console output fails it.
beforeEach(() => {
  stray = [];
  for (const method of METHODS) {
    console[method] = (...values: unknown[]) => {
      stray.push(`console.${method}: ${values.map(String).join(' ').slice(0, 300)}`);
    };
  }
});

afterEach(() => {
  Object.assign(console, original);
  expect(stray, 'stray console output').toEqual([]);
});
