// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { detect } from '#core/detect/detect.ts';
import { readArticle } from '#page/article.ts';
import { parsePage } from './fixture.ts';

const running = `<p>${'The ferry stays in the harbour until the wind has turned, and nobody minds. '.repeat(4)}</p>`;
const page =
  parsePage(`<html lang="en"><title>Low water in the sound</title><article><h1>Low water in the sound</h1>
  <figure><img src="a.jpg"><figcaption>Mayor Petra Valdane speaks at the quay on Tuesday.</figcaption>
  <span class="credit">Photo: Ruben Aalto</span></figure>
  ${running.repeat(2)}
  <div class="pullquote">“We will not wait for the bridge,” said Tomas Lindqvist.</div>
  ${running.repeat(2)}</article></html>`);

test('captions, credits and pull quotes keep their role, and the people named there are found', () => {
  const article = readArticle(page);
  if (!article) throw new Error('The page of this test is no article.');
  const textOf = (role: string): string[] =>
    article.blocks
      .filter((block) => block.role === role)
      .map(({ start, end }) => article.text.slice(start, end));
  expect(textOf('caption')).toEqual(['Mayor Petra Valdane speaks at the quay on Tuesday.']);
  expect(textOf('credit')).toEqual(['Photo: Ruben Aalto']);
  expect(textOf('pullquote')).toEqual(['“We will not wait for the bridge,” said Tomas Lindqvist.']);
  const { people, quotations } = detect(article.text, { language: 'en', blocks: article.blocks });
  const roleOf = (name: string): string | undefined =>
    people.find((person) => person.name === name)?.mentions[0]?.role;
  expect(roleOf('Petra Valdane')).toBe('story');
  expect(roleOf('Ruben Aalto')).toBe('credit');
  expect(roleOf('Tomas Lindqvist')).toBe('story');
  expect(quotations.map(({ speaker }) => speaker?.person)).toEqual(['Tomas Lindqvist']);
});
