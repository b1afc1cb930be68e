import * as inputs from '#messaging/library-inputs.ts';
import { only } from '#messaging/inputs.ts';
import type { LibraryRequests } from '#messaging/library-protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { Jobs } from './jobs.ts';

/** How far long work is, and stopping it. */
export function jobRoutes(
  jobs: Jobs,
): Routes<Pick<LibraryRequests, Extract<keyof LibraryRequests, `jobs.${string}`>>> {
  return {
    'jobs.state': { parse: only('job', inputs.id), from: 'ui', answer: async ({ job }) => jobs.state(job) },
    'jobs.cancel': { parse: only('job', inputs.id), from: 'ui', answer: async ({ job }) => jobs.cancel(job) },
  };
}
