/** What a packet says in so many words although no answer does: that somebody was hurt or nobody, that there was nobody else. */
import type { FieldValue } from '../claim-fields.ts';
import type { AnsweredChunk } from './candidates.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import type { Fields } from './merged-fields.ts';
import { injuryStatements, noOthersStatements } from './statements.ts';
import type { Span } from './tokens.ts';

interface Statement extends Span {
  value: FieldValue;
}

/** Fills these two fields from what the packet states, one hurt person outweighing "no injuries"; the value stands in doubt. */
export function takeStatements(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  const take = (key: 'injuries_reported' | 'third_parties', find: (text: string) => Statement[]): void => {
    if (fields[key].value !== null) return;
    const said = answered.flatMap(({ chunk, reading }) =>
      find(reading.text).map((statement) => ({ statement, chunk })),
    );
    const first = said.find(({ statement }) => statement.value === true) ?? said[0];
    if (!first) return;
    const evidence = evidenceOf([first.statement], first.chunk, findPage);
    if (evidence.length === 0) return;
    Object.assign(fields[key], {
      value: first.statement.value,
      grounding: 'partial',
      evidence,
      doubts: ['rule_disagrees'],
    });
  };
  take('injuries_reported', (text) =>
    injuryStatements(text).map(({ hurt, ...span }) => ({ value: hurt, ...span })),
  );
  take('third_parties', (text) => noOthersStatements(text).map((span) => ({ value: NOBODY, ...span })));
}

const NOBODY: FieldValue = [];
