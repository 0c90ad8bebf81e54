/** Forms and records by another hand: their own words, losses and arrangements. */
import type { Kit } from '../kit.ts';
import { type Layout, type Sheet, sheet } from '../layout.ts';
import { blocks } from './hands-forms-blocks.ts';
import { estimateForm, worksheet } from './hands-forms-estimate.ts';
import { csv, keyValue, printOut, screen, xml, yaml } from './hands-forms-exports.ts';
import { policeRecord, premisesRecord } from './hands-forms-official.ts';
import { questionnaire } from './hands-forms-questions.ts';
import { smallPrint } from './hands-forms-remarks.ts';
import { boxed, columns, lines, numbered, over, type Shape, under } from './hands-forms-shapes.ts';
import { restaged } from './hands-forms-stories.ts';
import { deskSheet, faxed, proofOfLoss, runOn, slip } from './hands-forms-sworn.ts';
import { ticked } from './hands-forms-ticked.ts';
import { letterhead } from './hands-forms-titles.ts';

type Write = (kit: Kit) => string[];

const hands = (
  name: string,
  weight: number,
  telling: Layout['telling'],
  write: (kit: Kit) => Sheet[],
): Layout => ({
  name: `hands-forms-${name}`,
  family: 'hands',
  telling,
  weight,
  write: (kit) => {
    restaged(kit);
    return write(kit);
  },
});

const one = (name: string, weight: number, telling: Layout['telling'], write: Write): Layout =>
  hands(name, weight, telling, (kit) => sheet('form', write(kit)));

/** A notice of a carrier: its head, its blocks in one shape, small print. */
const notice =
  (shape: Shape): Write =>
  (kit) => {
    const { r } = kit;
    const sections = blocks(kit, {
      register: r.pick(['form', 'form', 'form', 'ask'] as const),
      extra: r.pick([0, 1, 1, 2] as const),
      inline: r.chance(0.4),
      decided: r.chance(0.1),
    });
    const small = r.chance(0.5) ? [smallPrint(kit)] : [];
    const early = r.chance(0.3);
    return [
      ...letterhead(kit),
      ...(early ? small : []),
      ...shape(kit, sections),
      '',
      ...(early ? [] : small),
    ];
  };

const SHAPES: readonly Shape[] = [lines, columns, numbered, boxed, over];
const anyShape = (kit: Kit): Shape => kit.r.pick(SHAPES);
const police: Write = (kit) => anyShape(kit)(kit, policeRecord(kit));
const premises: Write = (kit) => anyShape(kit)(kit, premisesRecord(kit));
const anyNotice: Write = (kit) => notice(anyShape(kit))(kit);

const several = (name: string, weight: number, parts: readonly [string, Write][]): Layout =>
  hands(name, weight, 'third', (kit) => parts.flatMap(([part, write]) => sheet(part, write(kit))));

export const handsForms: Layout[] = [
  one('lines', 2, 'third', notice(lines)),
  one('own-lines', 1, 'first', notice(lines)),
  one('columns', 1.5, 'third', notice(columns)),
  one('numbered', 1.5, 'first', notice(numbered)),
  one('boxed', 1.5, 'third', notice(boxed)),
  one('over', 1.5, 'third', notice(over)),
  one('under', 1, 'third', notice(under)),
  one('run-on', 1.5, 'third', runOn),
  one('questionnaire', 2, 'first', questionnaire),
  one('ticked', 1.5, 'third', ticked),
  one('slip', 1, 'third', slip),
  one('fax', 1, 'third', (kit) => faxed(kit, anyNotice)),
  one('csv', 0.7, 'third', csv),
  one('key-value', 1, 'third', keyValue),
  one('yaml', 0.7, 'third', yaml),
  one('xml', 0.7, 'third', xml),
  one('print-out', 1, 'third', printOut),
  one('screen', 1, 'third', screen),
  one('police', 2, 'third', police),
  one('premises', 1.5, 'third', premises),
  one('estimate', 1.5, 'third', estimateForm),
  one('worksheet', 1.5, 'third', worksheet),
  one('proof', 2, 'first', proofOfLoss),
  one('desk', 1.5, 'third', (kit) => deskSheet(kit, (sections) => anyShape(kit)(kit, sections))),
  several('notice-and-police', 1, [
    ['form', anyNotice],
    ['police', police],
  ]),
  several('notice-and-estimate', 1, [
    ['form', anyNotice],
    ['estimate', estimateForm],
  ]),
  several('worksheet-and-proof', 0.7, [
    ['worksheet', worksheet],
    ['proof', proofOfLoss],
  ]),
];
