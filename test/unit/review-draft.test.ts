import { describe, expect, test } from 'vitest';
import { carryOver, type DraftAction, EMPTY_DRAFT, reduceDraft } from '../../web/review/draft.ts';
import {
  type DraftKey,
  dropDraft,
  dropDraftsOfOthers,
  loadDraft,
  saveDraft,
} from '../../web/review/draft-store.ts';
import { editableText, typedValue } from '../../web/words/typed-value.ts';

const draftWith = (...actions: DraftAction[]) => actions.reduce(reduceDraft, EMPTY_DRAFT);
const confirm = { decision: 'confirm' } as const;
const correct = { decision: 'correct', value: '2026-03-04' } as const;

describe('a draft', () => {
  test('takes decisions back and brings them again, until another one is made', () => {
    const two = draftWith(
      { type: 'decide', field: 'claimant_name', decision: confirm },
      { type: 'decide', field: 'incident_date', decision: correct },
    );
    const one = reduceDraft(two, { type: 'undo' });
    expect(one.decisions).toEqual({ claimant_name: confirm });
    expect(reduceDraft(one, { type: 'redo' }).decisions).toEqual(two.decisions);
    const other = reduceDraft(one, { type: 'withdraw', field: 'claimant_name' });
    expect(other).toMatchObject({ decisions: {}, future: [] });
    expect(reduceDraft(EMPTY_DRAFT, { type: 'undo' })).toBe(EMPTY_DRAFT);
  });

  test('keeps what is typed until it is decided', () => {
    const typing = draftWith({ type: 'type', field: 'incident_date', text: '3/4' });
    expect(typing.typing).toEqual({ field: 'incident_date', text: '3/4' });
    expect(
      reduceDraft(typing, { type: 'decide', field: 'incident_date', decision: correct }).typing,
    ).toBeNull();
  });

  test('goes over to a new version where the claim still reads the same', () => {
    const draft = draftWith(
      { type: 'decide', field: 'claimant_name', decision: confirm },
      { type: 'decide', field: 'incident_date', decision: correct },
      { type: 'note', note: 'called the agent' },
    );
    const before = { claimant_name: { value: 'A' }, incident_date: { value: '2026-03-03' } };
    const now = { claimant_name: { value: 'A' }, incident_date: { value: '2026-03-05' } };
    const carried = carryOver(draft, before, now);
    expect(carried).toMatchObject({ kept: ['claimant_name'], again: ['incident_date'] });
    expect(carried.draft).toMatchObject({ decisions: { claimant_name: confirm }, note: 'called the agent' });
  });
});

class TabStorage {
  readonly entries = new Map<string, string>();
  get length(): number {
    return this.entries.size;
  }
  key = (index: number): string | null => [...this.entries.keys()][index] ?? null;
  getItem = (key: string): string | null => this.entries.get(key) ?? null;
  setItem = (key: string, text: string): void => void this.entries.set(key, text);
  removeItem = (key: string): void => void this.entries.delete(key);
}

describe('keeping drafts', () => {
  const key: DraftKey = { tenant: 'default', subject: 'ana', claimId: 'C-1', version: 2 };
  const draft = draftWith({ type: 'type', field: 'claimant_name', text: 'Ros' });

  test('each person, claim and version has its own', () => {
    const storage = new TabStorage();
    expect(saveDraft(storage, key, draft)).toBe(true);
    expect(loadDraft(storage, key)).toEqual(draft);
    for (const other of [{ version: 3 }, { claimId: 'C-2' }, { subject: 'ben' }, { tenant: 'other' }])
      expect(loadDraft(storage, { ...key, ...other })).toBe(EMPTY_DRAFT);
    dropDraft(storage, key);
    expect(storage.length).toBe(0);
  });

  test('they go when somebody else signs in, also one whose name begins alike', () => {
    const storage = new TabStorage();
    for (const subject of ['ana', 'ana/x', 'anabel', 'ben']) saveDraft(storage, { ...key, subject }, draft);
    storage.setItem('theme', 'dark');
    dropDraftsOfOthers(storage, { tenant: 'default', subject: 'ana' });
    expect([...storage.entries.keys()]).toEqual(['draft/default/ana/C-1/2', 'theme']);
    dropDraftsOfOthers(storage, null);
    expect([...storage.entries.keys()]).toEqual(['theme']);
  });

  test('what cannot be read is an empty draft', () => {
    const storage = new TabStorage();
    storage.setItem('draft/default/ana/C-1/2', '{"decisions":{"nonsense":{}}}');
    expect(loadDraft(storage, key)).toBe(EMPTY_DRAFT);
  });
});

test('what is typed is read as documents are, and refused with the words of the schema', () => {
  expect(typedValue('incident_date', '3/4/2026')).toEqual({ ok: true, value: '2026-03-04' });
  expect(typedValue('estimated_amount', '$4,350')).toEqual({ ok: true, value: 4350 });
  expect(typedValue('third_parties', 'none')).toEqual({ ok: true, value: [] });
  expect(typedValue('third_parties', 'Ana Ruiz; Ben Holt')).toEqual({
    ok: true,
    value: ['Ana Ruiz', 'Ben Holt'],
  });
  expect(typedValue('incident_date', '31 February')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/real date/),
  });
  expect(typedValue('incident_date', ' ')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/empty/),
  });
  expect(editableText(4350)).toBe('4350.00');
  expect(editableText([])).toBe('none');
});
