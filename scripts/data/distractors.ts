/** People, firms, numbers and sums beside the claim's own: what a reader must not take for them. */
import type { Kit } from './kit.ts';

/** What the slot of a template stands for in this claim; `null` where it is none of these. */
export function distractor(kit: Kit, slot: string): string | null {
  const { f } = kit;
  switch (slot) {
    case 'insurer':
      return f.insurer;
    case 'agent':
      return f.agent.name;
    case 'agency':
      return f.agency;
    case 'agentphone':
      return kit.tel(f.agent.phone);
    case 'adjuster':
      return kit.adjuster();
    case 'shop':
      return f.shop.name;
    case 'shopphone':
      return kit.tel(f.shop.phone);
    case 'claim':
      return f.claimNumber;
    case 'department':
      return f.department;
    case 'witness':
      return f.witness.name;
    case 'witnessphone':
      return kit.tel(f.witness.phone);
    case 'priordate':
      return kit.date(f.prior.date);
    case 'prioramount':
      return kit.money(f.prior.amount);
    default:
      return null;
  }
}
