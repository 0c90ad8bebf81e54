import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, UnexpectedAnswer } from './client.ts';

const RETRIES = 2;

/** A refusal stays one however often it is asked for; what says "later" is asked for again. */
const mayPass = (error: Error): boolean =>
  error instanceof ApiProblem ? error.status === 503 : !(error instanceof UnexpectedAnswer);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's own word about being online is wrong behind many office networks.
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => failures < RETRIES && mayPass(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
