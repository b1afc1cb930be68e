import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { withSpeaker, withStatus } from '#core/annotation-edit.ts';
import type { Decision } from '#core/decision.ts';
import { putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { putDecision } from '#storage/decide.ts';
import { undo } from '#storage/history.ts';
import { addToLedger, ledgerId, listLedger } from '#storage/ledger.ts';
import { annotation, article, at, freshStorage, saidBy, source } from './records.ts';

const now = Date.parse(at(30));
const other = `${source}-2`;
const exact = 'The boats were never counted.';

const entry = (words: string, speaker: string, where = source) => ({
  id: ledgerId(where, words),
  source: where,
  title: 'A long story',
  exact: words,
  start: 4,
  seen: at(1),
  quotation: saidBy(speaker),
});

async function ledger(): Promise<Storage> {
  const storage = freshStorage();
  await addToLedger(storage, [
    entry(exact, 'Ana Ortiz'),
    entry('We go.', 'Ana Ortiz'),
    entry(exact, 'Ana Ortiz', other),
  ]);
  return storage;
}

const words = async (storage: Storage): Promise<readonly string[]> =>
  (await listLedger(storage, 9)).items
    .map(({ id, quotation: { speaker, status } }) => `${id} ${speaker} ${status}`)
    .toSorted();
const expected = (...said: readonly [first: string, second: string, elsewhere: string]): readonly string[] =>
  [`${ledgerId(source, exact)} ${said[0]}`, `${ledgerId(source, 'We go.')} ${said[1]}`, `${ledgerId(other, exact)} ${said[2]}`].toSorted(); // prettier-ignore

it('a decision on a name reaches what the ledger holds of that article already, and of no other, until it is taken back', async () => {
  const storage = await ledger();
  const decision: Decision = { source, kind: 'speaker', about: 'Ana Ortiz', value: 'Ben Reed', at: at(9) };
  await putDecision(storage, decision, false, now);
  const decided = expected('Ben Reed corrected', 'Ben Reed corrected', 'Ana Ortiz detected');
  expect(await words(storage)).toEqual(decided);
  await undo(storage);
  const detected = expected('Ana Ortiz detected', 'Ana Ortiz detected', 'Ana Ortiz detected');
  expect(await words(storage)).toEqual(detected);
  await putDecision(storage, decision, false, now + 1);
  await putDecision(storage, decision, true, now + 2);
  expect(await words(storage)).toEqual(detected);
});

it('the word on one passage reaches the same words of the ledger', async () => {
  const storage = await ledger();
  const kept = annotation({ number: 1, exact, quotation: saidBy('Ana Ortiz') });
  const put = (next: typeof kept) => putAnnotation(storage, { annotation: next, article: article() });
  await put(withSpeaker(kept, 'Ben Reed', at(5)));
  expect(await words(storage)).toEqual(
    expected('Ben Reed corrected', 'Ana Ortiz detected', 'Ana Ortiz detected'),
  );
  await put(withStatus(kept, 'confirmed', at(6)));
  expect(await words(storage)).toEqual(
    expected('Ana Ortiz confirmed', 'Ana Ortiz detected', 'Ana Ortiz detected'),
  );
  await put(withStatus(kept, 'rejected', at(7)));
  expect(await words(storage)).toEqual(
    expected('Ana Ortiz rejected', 'Ana Ortiz detected', 'Ana Ortiz detected'),
  );
});
