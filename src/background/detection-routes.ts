import { languages } from '#core/detect/languages/registry.ts';
import { nothing } from '#messaging/inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';

/** What the detector is able to read. */
export function detectionRoutes(): Routes<Pick<Requests, 'detection.languages'>> {
  return {
    'detection.languages': {
      parse: nothing,
      from: 'ui',
      answer: async () => languages.map(({ code }) => code),
    },
  };
}
