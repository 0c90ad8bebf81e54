import { randomUUID } from 'node:crypto';
import type { Person } from '../../workers/sign-in/people.ts';
import type { Sessions } from '../../workers/sign-in/sessions.ts';

/** Sessions in memory, for tests that have no database. */
export function fakeSessions(): Sessions {
  const people = new Map<string, Person>();
  return {
    async begin(person) {
      const id = randomUUID();
      people.set(id, person);
      return id;
    },
    find: async (id) => people.get(id) ?? null,
    async end(id) {
      people.delete(id);
    },
  };
}
