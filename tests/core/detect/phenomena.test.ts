import { describe, expect, it } from 'vitest';
import { detect } from '#core/detect/detect.ts';
import type { Block } from '#core/detect/types.ts';

interface Said {
  readonly words: string;
  readonly speaker: string | null;
  readonly person: string | null;
}

/** Detects a text whose paragraphs have these roles (`body` where none is given), in English. */
function said(paragraphs: readonly (string | readonly [string, Block['role']])[], roles = true): Said[] {
  let text = '';
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const [line, role] = typeof paragraph === 'string' ? [paragraph, 'body' as const] : paragraph;
    blocks.push({ start: text.length, end: text.length + line.length, role });
    text += `${line}\n\n`;
  }
  return detect(text, { language: 'en', ...(roles ? { blocks } : {}) }).quotations.map((q) => ({
    words: text.slice(q.start, q.end),
    speaker: q.speaker?.text ?? null,
    person: q.speaker?.person ?? null,
  }));
}

const speakers = (lines: readonly Said[]): (string | null)[] => lines.map((line) => line.speaker);

describe('questions and answers', () => {
  it.each([
    ['Q:', 'A:'],
    ['Q.', 'A.'],
  ])('%s and %s label lines and name nobody', (q, a) => {
    const lines = said([
      `${q} What did you think of the bridge plan?`,
      `${a} I thought it was a joke, frankly.`,
      `${q} And what do you think now?`,
      `${a} Now I think it is a very good joke.`,
    ]);
    expect(lines.map((line) => line.words)).toEqual([
      'What did you think of the bridge plan?',
      'I thought it was a joke, frankly.',
      'And what do you think now?',
      'Now I think it is a very good joke.',
    ]);
    expect(speakers(lines)).toEqual([null, null, null, null]);
  });

  it('knows a speaker by the last name after the first line', () => {
    const lines = said([
      'Courier: What did you think of the bridge plan?',
      'Ana Ruiz: I thought it was a joke, frankly.',
      'Courier: And what do you think now?',
      'Ruiz: Now I think it is a good joke.',
      'Ruiz: Let us go and see it.',
    ]);
    expect(speakers(lines)).toEqual(['Courier', 'Ana Ruiz', 'Courier', 'Ruiz', 'Ruiz']);
    expect(lines[4]?.person).toBe('Ana Ruiz');
  });
});

describe('what the page sets apart', () => {
  const story = '“We have a duty to the people who live here,” said Ana Ruiz, the mayor of Weston.';

  it('takes a block without marks for a quotation when its words are new', () => {
    const lines = said([
      ['A letter from the mayor', 'title'],
      'Mayor Ana Ruiz wrote in her letter:',
      ['We owe an answer to those who live here. They came first.', 'pullquote'],
      'She signed it on Monday.',
    ]);
    expect(lines).toEqual([
      {
        words: 'We owe an answer to those who live here. They came first.',
        speaker: 'Mayor Ana Ruiz',
        person: 'Ana Ruiz',
      },
    ]);
  });

  it.each([
    ['a pull quote with marks', ['“We have a duty to the people”', 'pullquote'] as const],
    ['a pull quote without marks', ['We have a duty to the people who live here', 'pullquote'] as const],
    ['a caption', ['Ana Ruiz: “We have a duty to the people”', 'caption'] as const],
    ['a subheading', ['“A duty to the people”', 'heading'] as const],
  ])('reports what %s repeats only once', (_what, block) => {
    const lines = said([['Rents rise', 'title'], story, block, 'Tom Weller was there.']);
    expect(lines.map((line) => line.words)).toEqual(['“We have a duty to the people who live here,”']);
  });

  it('takes the line that names the source of a pull quote for no quotation', () => {
    const lines = said([
      ['Rents rise', 'title'],
      story,
      ['“We have a duty to the people”', 'pullquote'],
      ['Ana Ruiz, mayor of the town of Weston', 'pullquote'],
    ]);
    expect(lines.map((line) => line.words)).toEqual(['“We have a duty to the people who live here,”']);
  });

  it('leaves out a subheading in single marks, whose words the story has, when the page says nothing', () => {
    const lines = said(['Rents rise in Weston', '‘A duty to the people’', 'It rained.', story], false);
    expect(lines).toHaveLength(1);
  });

  it('keeps a caption that says something of its own', () => {
    const lines = said([
      ['Rents rise', 'title'],
      story,
      ['“Nobody asked us at all,” Tom Weller said.', 'caption'],
    ]);
    expect(lines.map((line) => line.person)).toEqual(['Ana Ruiz', 'Tom Weller']);
  });

  it('gives the words of a title the speaker whom the story names', () => {
    const [title] = said([
      ['‘A duty to the people’ as rents rise', 'title'],
      'Tom Weller came to the meeting.',
      story,
    ]);
    expect(title).toMatchObject({ words: '‘A duty to the people’', person: 'Ana Ruiz' });
  });
});

describe('who speaks', () => {
  it.each([
    ['“We will not go,” she told Reuters on Monday.', 'she'],
    ['Tom Weller told Reuters: “I will go to the meeting.”', 'Tom Weller'],
    ['“It is over,” a person close to the talks told Reuters.', 'a person'],
    ['Few people said “it is over” at the time.', null],
    ['“We will not go,” said Ana Ruiz and Tom Weller on Monday.', 'Ana Ruiz and Tom Weller'],
    ['Ana Ruiz, Tom Weller and Lena Ode said: “We are united here.”', 'Ana Ruiz, Tom Weller and Lena Ode'],
    ['The street was closed, while Lena Ode, the owner, called it “a grave mistake”.', 'Lena Ode'],
    ['“We will not go,” Ana Ruiz said and Tom Weller left.', 'Ana Ruiz'],
  ])('%s', (text, speaker) => {
    expect(speakers(said([text]))).toEqual([speaker]);
  });

  it('names no single person for several who speak together', () => {
    expect(said(['“We will not go,” said Ana Ruiz and Tom Weller on Monday.'])[0]?.person).toBeNull();
  });
});

describe('what is no speech', () => {
  it.each([
    'She starred in “The Long Night” and left.',
    '“Rents are rising again in Weston,” by Ana Ruiz',
    'The so-called “green deal” was signed.',
  ])('%s', (text) => {
    expect(said(['It rained in Weston.', text])).toEqual([]);
  });
});
