/** Lines that an intake service wrote to its log, and values as a machine writes them. */
import type { Kit } from '../kit.ts';
import { account, dated, exclusionTold, hurtAnswer, otherNames, othersLine } from './reserved-phrases.ts';

/** A total as a machine writes it. */
export const sum = (kit: Kit): string | null =>
  kit.has('estimated_amount')
    ? kit.mark('estimated_amount', (kit.f.total / 100).toFixed(2), kit.f.total / 100)
    : null;
export const share = (kit: Kit): string | null =>
  kit.has('deductible_amount')
    ? kit.mark('deductible_amount', (kit.f.deductible / 100).toFixed(2), kit.f.deductible / 100)
    : null;
export const clock = (kit: Kit): string | null =>
  kit.has('incident_time') ? kit.mark('incident_time', kit.f.lossTime, kit.f.lossTime) : null;

/** Lines that an intake service wrote to its log, values as key=value. */
export function log(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  let second = r.int(0, 30);
  const line = (step: string, values: [string, string | null][]): string[] => {
    const stated = values.filter(([, value]) => value !== null && value !== '');
    second += r.int(0, 3);
    return stated.length === 0
      ? []
      : [
          `${`00${second}`.slice(-2)}s INFO ${step} ${stated.map(([key, value]) => `${key}=${/[ ,]/.test(value ?? '') ? `"${value}"` : value}`).join(' ')}`,
        ];
  };
  return [
    `# intake worker ${r.fill('w##')}, job ${r.fill('########')}, ${f.insurer}`,
    ...line('job.start', [
      ['claim', f.claimNumber],
      ['notified_on', kit.reported()],
      ['channel', r.pick(['web', 'phone', 'partner'])],
    ]),
    ...line('party.insured', [
      ['full_name', kit.claimant()],
      ['born', kit.dob()],
      ['tel', kit.phone()],
      ['mail', kit.email()],
      ['home', kit.address()],
    ]),
    ...line('policy.match', [
      ['policy_no', kit.policy()],
      ['product', kit.line()],
      ['valid_from', kit.effective()],
      ['valid_to', kit.expiration()],
      ['own_share', share(kit)],
    ]),
    ...line('policy.history', [
      ['earlier_claim', f.prior.date],
      ['earlier_paid', (f.prior.amount / 100).toFixed(2)],
    ]),
    ...line('loss.when', [
      ['loss_date', kit.lossDate()],
      ['loss_clock', clock(kit)],
    ]),
    ...line('loss.where', [['loss_place', kit.location()]]),
    ...line('loss.what', [
      ['peril', kit.cause()],
      ['told', account(kit, 1)],
    ]),
    ...line('loss.object', [
      ['object', kit.item()],
      ['harm', kit.damage()],
    ]),
    ...line('loss.value', [
      ['gross_usd', sum(kit)],
      ['source', f.shop.name],
    ]),
    ...line('loss.people', [
      ['hurt', hurtAnswer(kit, 'yes', 'no')],
      ['others', f.others === 'none' ? othersLine(kit) : otherNames(kit)],
      ['bystander', f.witness.name],
    ]),
    ...line('loss.police', [['report_no', kit.policeNumber()]]),
    ...line('coverage.note', [['text', exclusionTold(kit)]]),
    ...line('job.done', [
      ['handler', kit.adjuster()],
      ['handler_tel', kit.tel(f.agent.phone)],
    ]),
  ];
}
