/** Finds the contract of an address. */
import type { Contract } from './contracts/contract.ts';
import { contracts, type OperationId } from './contracts/index.ts';
import { Problem } from './problems.ts';

interface Address {
  operation: OperationId;
  contract: Contract;
  segments: string[];
}

const addresses: Address[] = Object.entries(contracts).map(([operation, contract]) => ({
  operation: operation as OperationId,
  contract,
  segments: contract.path.split('/'),
}));

export interface Found extends Omit<Address, 'segments'> {
  params: Record<string, string>;
}

/** The contract for this method and path with what stands in place of its parameters. Throws `not_found` and `method_not_allowed`. */
export function findContract(method: string, path: string): Found {
  const given = path.split('/');
  const here = addresses.flatMap((address) => {
    const params = match(address.segments, given);
    return params ? [{ ...address, params }] : [];
  });
  // A fixed word stands before a parameter.
  const [closest] = here.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  if (!closest) throw new Problem('not_found');
  const found = here.find(({ contract }) => contract.method === (method === 'HEAD' ? 'GET' : method));
  if (!found)
    throw new Problem('method_not_allowed', {
      headers: { allow: here.map(({ contract }) => contract.method).join(', ') },
    });
  return found;
}

function match(pattern: string[], given: string[]): Record<string, string> | null {
  if (pattern.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== value) return null;
      continue;
    }
    try {
      params[name] = decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return params;
}
