import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * A structured logger: JSON lines on standard error. What is logged are ids, codes, counts and times;
 * the keys that could carry a person's data are removed should one slip in.
 */
export function createLogger(name: string, level = 'info'): Logger {
  return pino(
    {
      name,
      level,
      redact: {
        paths: [
          'text',
          'value',
          'values',
          'quote',
          'fields',
          'note',
          '*.text',
          '*.value',
          '*.values',
          '*.quote',
          '*.note',
        ],
        remove: true,
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
