import { describe, expect, it } from 'vitest';
import { detect } from '#core/detect/detect.ts';

/** The quotations of a text with the words that name their speakers. */
function said(text: string, language = 'en'): [string, string | null][] {
  return detect(text, { language }).quotations.map((q) => [
    text.slice(q.start, q.end),
    q.speaker?.text ?? null,
  ]);
}

describe('two speakers in turn', () => {
  it('gives each line to the one who spoke before last, and keeps one-word lines', () => {
    const text =
      '“Are you leaving?” Ana Ruiz asked.\n\n“I am,” said Tom Weller.\n\n“When?”\n\n“Tonight.”\n\n“Without me?”';
    expect(said(text)).toEqual([
      ['“Are you leaving?”', 'Ana Ruiz'],
      ['“I am,”', 'Tom Weller'],
      ['“When?”', 'Ana Ruiz'],
      ['“Tonight.”', 'Tom Weller'],
      ['“Without me?”', 'Ana Ruiz'],
    ]);
  });

  it('says so in the evidence', () => {
    const text = '“Why?” Ana Ruiz asked.\n\n“It rains,” said Tom Weller.\n\n“Does it?”';
    expect(detect(text, { language: 'en' }).quotations.at(-1)?.evidence[0]?.code).toBe('in-turn');
  });

  it('does not take turns when one goes on', () => {
    const text =
      '“We are sorry,” Ana Ruiz said.\n\n“It was late,” said Tom Weller.\n\n“We will do better next year.”';
    expect(said(text).at(-1)?.[1]).not.toBe('Ana Ruiz');
  });
});

describe('dialogue after dashes in English', () => {
  it.each(['—', '–', '―'])('reads the lines after %s without what the narrator adds', (dash) => {
    const text = `Nobody wanted the boat.\n\n${dash} I won’t go, she said.\n\n${dash} Then stay, said Tom. Nobody asks you.\n\n${dash} You ask me.`;
    expect(said(text)).toEqual([
      ['I won’t go,', 'she'],
      ['Then stay,', 'Tom'],
      ['Nobody asks you.', 'Tom'],
      ['You ask me.', 'she'],
    ]);
  });

  it('takes a name that a comma adds to the narrator’s words', () => {
    const text = '– Sell it? Ana Ruiz asked.\n\n– Who would buy it? said her brother, Tom Weller.';
    expect(said(text).map(([words]) => words)).toEqual(['Sell it?', 'Who would buy it?']);
  });

  it.each([
    ['a list without stops', 'Bring:\n\n— a coat\n\n— two pens, he said\n\n— bread'],
    ['a list in which nobody speaks', 'The rules.\n\n— No dogs.\n\n— No swimming.\n\n— No fires.'],
    ['a single line', 'It was over.\n\n— I won’t go, she said.'],
  ])('leaves %s alone', (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('labels of a transcript', () => {
  it('may hold a role behind a comma, in brackets of either kind', () => {
    const text =
      'Hearing\n\nAna Ruiz, host: Why did you close it?\n\nTom Weller [Labour]: It was about to fall.\n\nAna Ruiz, host: Who said so?\n\nTom Weller [Labour]: An engineer did.';
    expect(said(text).map(([, speaker]) => speaker)).toEqual([
      'Ana Ruiz',
      'Tom Weller',
      'Ana Ruiz',
      'Tom Weller',
    ]);
  });

  it('count by the last name, and in capitals also when one speaks once', () => {
    const text =
      'Hearing\n\nSEN. ANA RUIZ (D-OHIO): Sit down, please.\n\nTOM WELLER, PORT AUTHORITY: Thank you, Senator.\n\nRUIZ: Did you sign it?\n\nWELLER: I did not sign.\n\nLENA ODE: May I object here?';
    expect(said(text).map(([words]) => words)).toEqual([
      'Sit down, please.',
      'Thank you, Senator.',
      'Did you sign it?',
      'I did not sign.',
      'May I object here?',
    ]);
  });

  it('do not stand in the title', () => {
    const text =
      'Mayor Ruiz: The bridge will open\n\nANA RUIZ: It opens in May.\n\nTOM WELLER: I doubt that much.\n\nRUIZ: Wait and see it.\n\nWELLER: I shall wait, then.';
    expect(said(text)[0]?.[0]).toBe('It opens in May.');
  });
});

describe('who says what', () => {
  it.each([
    ['“We regret the loss,” a statement from the company read.', 'a statement'],
    ['“We are done here,” the crowd was told by Captain Lena Ode.', 'Captain Lena Ode'],
    ['“Nobody asked us,” said Lena Ode, Karl Finch and Mia Holm.', 'Lena Ode, Karl Finch and Mia Holm'],
    ['A letter obtained by the agency warns that “any delay would cost lives.”', 'A letter'],
    ['Ana Ruiz emailed members saying: “The strike goes on.”', 'Ana Ruiz'],
    ['Asked whether Tom Weller would come, Lena Ode shook her head and said, “No.”', 'Lena Ode'],
    [
      'In the hours after ten people had left, a neighbour sent a message: “Come back at once.”',
      'a neighbour',
    ],
    ['Ana Ruiz, who calls the plan a “joke,” said the mayor was wrong.', 'who'],
    ['“So it stays?” Ana Ruiz, who leads the port, asked the engineer.', 'Ana Ruiz'],
    ['Send them, but “please stay off the wall”, as Ana Ruiz likes to say.', 'Ana Ruiz'],
    ['Both left – Ana Ruiz saying she was “very tired” and Tom Weller calling it a “fine day.”', 'Ana Ruiz'],
  ])('%s', (text, speaker) => {
    expect(said(text)[0]?.[1]).toBe(speaker);
  });

  it.each([
    'The council closed the pool. Few residents called it “a surprise.”',
    'No one in the council said it was “worth the money.”',
    'None of the councillors would say it was “a mistake.”',
    'The sign at the gate reads so. “We are done here,” residents were told.',
  ])('names nobody: %s', (text) => {
    expect(said(text).at(-1)?.[1]).toBeNull();
  });

  it('does not take the title of a book behind a comma for speech', () => {
    expect(said('Ana Ruiz said so in her memoir, “A Long Way Down.”')).toEqual([]);
  });
});
