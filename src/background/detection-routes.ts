import { detect } from '#core/detect/detect.ts';
import { languages } from '#core/detect/languages/registry.ts';
import { object, string } from '#core/guard.ts';
import { nothing } from '#messaging/inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';

/** The longest text, in UTF-16 code units: an article of some pages. */
const mostText = 100_000;

/** What the detector is able to read. */
export function detectionRoutes(): Routes<Pick<Requests, 'detection.languages' | 'detection.of'>> {
  return {
    'detection.of': {
      parse: object<{ text: string; language: string }>({ text: string(mostText), language: string(100) }),
      from: 'ui',
      answer: async ({ text, language }) => detect(text, { language }),
    },
    'detection.languages': {
      parse: nothing,
      from: 'ui',
      answer: async () => languages.map(({ code }) => code),
    },
  };
}
