import { expect, test } from 'vitest';
import { detect } from '#core/detect/detect.ts';
import { createWelcomeModel, type WelcomeModel } from '../../src/welcome/welcome-model.ts';

const article = {
  title: 'Low water',
  outlet: 'The Lantern',
  language: 'en',
  text: '“We will not wait,” said Ana Ortiz, the mayor.\n\nBen Falk said: “The river is low.”',
};
async function started(): Promise<WelcomeModel> {
  const model = createWelcomeModel(
    article,
    async () => detect(article.text, { language: 'en' }),
    () => '2026-01-02T03:04:05.000Z',
  );
  model.read();
  await Promise.resolve();
  await Promise.resolve();
  return model;
}
const first = (model: WelcomeModel) => model.detection.value?.quotations[0] ?? null;

test('each step ticks itself off when it was done, and the file holds it', async () => {
  const model = await started();
  const quotation = first(model);
  if (quotation === null) throw new Error('nothing was found');
  expect([...model.done.value]).toEqual([]);
  model.show(quotation);
  expect(model.record.value?.speaker).toBe('Ana Ortiz');
  expect(model.isKept(quotation)).toBe(false);
  model.keep();
  expect(model.isKept(quotation)).toBe(true);
  expect([...model.done.value]).toEqual(['keep']);
  model.correctSpeaker('Ben Falk');
  expect(model.record.value).toMatchObject({ speaker: 'Ben Falk', status: 'corrected' });
  model.setNote('Compare with May.');
  const { name, blob } = model.exportFile();
  expect([...model.done.value]).toEqual(['keep', 'speaker', 'note', 'export']);
  expect(name).toBe('On Record 2026-01-02 Low water.md');
  const text = await blob.text();
  expect(text).toContain('We will not wait');
  expect(text).toContain('Compare with May.');
  expect(text).toContain('Ben Falk');
});

test('nothing is kept while no quotation is open, and a note of spaces is none', async () => {
  const model = await started();
  model.keep();
  model.correctSpeaker('Ana Ortiz');
  model.setNote('x');
  expect([...model.done.value]).toEqual([]);
  model.show(first(model));
  model.setNote('   ');
  expect([...model.done.value]).toEqual([]);
});

test('a background that does not answer is said, and asked again', async () => {
  let calls = 0;
  const model = createWelcomeModel(article, () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('no')) : Promise.resolve(detect(article.text));
  });
  model.read();
  await new Promise((resolve) => setTimeout(resolve));
  expect(model.failed.value).toBe(true);
  model.read();
  await new Promise((resolve) => setTimeout(resolve));
  expect(model.failed.value).toBe(false);
  expect(model.detection.value?.quotations.length).toBeGreaterThan(0);
});
