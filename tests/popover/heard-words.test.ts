import { beforeAll, describe, expect, test } from 'vitest';
import type { SubjectView } from '#messaging/protocol.ts';
import { heardWords } from '#popover/heard-words.ts';
import { article, kept, person, record, words } from '#tests/visual/gallery/sample.ts';
import { useLocale } from '#tests/ui/use-locale.ts';

type QuotationView = Extract<SubjectView, { type: 'quotation' }>;

const view: QuotationView = {
  type: 'quotation',
  intent: 'show',
  rank: { number: 3, count: 20 },
  article,
  annotation: null,
  outcome: 'exact',
  passage: { exact: words, selector: [], start: 0, before: '', after: '' },
  found: record,
  people: [],
  roles: [],
  others: 0,
  decisions: [],
};
const saved = kept({ exact: words, start: 400, quotation: record });

describe('what is heard when the popover opens', () => {
  beforeAll(() => useLocale('en'));

  test.each<[string, QuotationView, string]>([
    ['who speaks, and which of how many', view, 'Quotation, Marta Lindqvist, 3 of 20'],
    [
      'the words of the article for who it is',
      { ...view, found: { ...record, speaker: null, mention: 'officials' } },
      'Quotation, officials, 3 of 20',
    ],
    [
      'that nobody is named',
      { ...view, found: { ...record, speaker: null, mention: null } },
      'Quotation, Speaker not named, 3 of 20',
    ],
    [
      'the reader’s own word on who speaks',
      {
        ...view,
        annotation: { ...saved, quotation: { ...record, speaker: 'Ada Okonkwo', status: 'corrected' } },
      },
      'Quotation, Ada Okonkwo, 3 of 20',
    ],
    ['that it is a passage', { ...view, annotation: { ...saved, quotation: null } }, 'Kept passage, 3 of 20'],
    [
      'that it is one, and no quotation',
      { ...view, annotation: { ...saved, quotation: { ...record, status: 'rejected' } } },
      'Kept passage, 3 of 20',
    ],
    ['nothing of what the reader has just selected', { ...view, rank: null, found: null }, ''],
  ])('%s', (_, shown, heard) => expect(heardWords(shown)).toBe(heard));

  test('the person', () => {
    const shown = {
      type: 'person',
      article,
      person: person('Ada Okonkwo', [], [], 2),
      sayings: [],
      others: [],
      known: null,
      decisions: [],
    } as const;
    expect(heardWords(shown)).toBe('Person, Ada Okonkwo');
  });
});
