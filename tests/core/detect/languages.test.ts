import { describe, expect, it } from 'vitest';
import { detect } from '#core/detect/detect.ts';
import { languageFor } from '#core/detect/guess-language.ts';
import { languages } from '#core/detect/languages/registry.ts';

const said = (text: string, language: string): [string, string | null][] =>
  detect(text, { language }).quotations.map((q) => [text.slice(q.start, q.end), q.speaker?.text ?? null]);

describe('German', () => {
  it.each([
    ['„Wir schaffen das“, sagte Ana Ruiz am Montag.', [['„Wir schaffen das“', 'Ana Ruiz']]],
    ['Am Dienstag sagte der Bürgermeister: „Wir warten.“', [['„Wir warten.“', 'der Bürgermeister']]],
    ['Der Minister nannte den Plan „einen Fehler“.', [['„einen Fehler“', 'Der Minister']]],
    ['„Es reicht“, so die Sprecherin.', [['„Es reicht“', 'die Sprecherin']]],
    ['Laut Tom Weller ist das „Unsinn“.', [['„Unsinn“', 'Tom Weller']]],
    ['Dem Bericht zufolge war es „ein Unfall“.', [['„ein Unfall“', 'Dem Bericht']]],
    ['In dem Antrag heißt es: „Wir bitten um Hilfe.“', [['„Wir bitten um Hilfe.“', 'dem Antrag']]],
    ['Er sprach in der Zeitschrift „Neue Welt“ darüber.', []],
  ])('%s', (text, expected) => {
    expect(said(text, 'de')).toEqual(expected);
  });
});

describe('French', () => {
  it.each([
    ['« Je ne céderai pas », a déclaré Ana Ruiz lundi.', [['« Je ne céderai pas »', 'Ana Ruiz']]],
    ['« C’est fini », a-t-elle ajouté.', [['« C’est fini »', 'elle']]],
    ['« Non », répond-il.', [['« Non »', 'il']]],
    ['Selon le maire, le projet est « mort ».', [['« mort »', 'le maire']]],
    ['Le ministre Paul Durand a dénoncé « une honte ».', [['« une honte »', 'Le ministre Paul Durand']]],
  ])('%s', (text, expected) => {
    expect(said(text, 'fr')).toEqual(expected);
  });

  it('reads dialogue after dashes', () => {
    expect(
      said('— Vous partez ? demanda Paul.\n— Oui, dit-elle, je pars demain.\n— Alors adieu.', 'fr'),
    ).toEqual([
      ['Vous partez ?', 'Paul'],
      ['Oui,', 'elle'],
      ['je pars demain.', 'elle'],
      ['Alors adieu.', null],
    ]);
  });
});

describe('transcripts', () => {
  const debate =
    'The debate\n\nSEN. ANA RUIZ (R-FLA.): We must act now.\n\nTOM WELLER: I disagree with “that.”\n\nSEN. ANA RUIZ: You always do.\n\nTOM WELLER: It is my job.';

  it('takes each line after its label', () => {
    expect(said(debate, 'en').map(([words]) => words)).toEqual([
      'We must act now.',
      'I disagree with “that.”',
      'You always do.',
      'It is my job.',
    ]);
    expect(detect(debate).quotations.map((q) => q.evidence[0]?.code)).toEqual(Array(4).fill('transcript'));
  });

  it('names nobody for Q and A', () => {
    const text =
      'Q: Why did you leave?\n\nA: I was tired of it.\n\nQ: Will you come back?\n\nA: Never in my life.';
    expect(said(text, 'en').map(([, speaker]) => speaker)).toEqual([null, null, null, null]);
  });

  it('leaves lists alone', () => {
    expect(said('Clinton: 547.\n\nSanders: 46.\n\nClinton: 2,316.\n\nSanders: 1,547.', 'en')).toEqual([]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['The mayor said that it was over and she left.', 'en'],
    ['Der Minister sagte, dass es mit dem Plan nicht weiter geht.', 'de'],
    ['Le maire a dit que le projet est pour les élus une erreur.', 'fr'],
    ['', 'en'],
    ['1234 !!!', 'en'],
  ])('%s', (text, code) => {
    expect(languageFor(text).code).toBe(code);
  });

  it('is what the page says, when we have it', () => {
    expect(languageFor('The mayor said so.', 'de-AT').code).toBe('de');
    expect(languageFor('The mayor said so.', 'tlh').code).toBe('en');
  });
});

describe('every language', () => {
  it.each(languages.map((language) => [language.code, language] as const))(
    '%s lists its words in lower case',
    (_code, language) => {
      const lists = [
        language.cues[1],
        language.cues[2],
        language.cues[3],
        language.auxiliaries,
        language.pronouns,
        language.speakers,
      ];
      for (const list of lists) {
        expect(list.trim()).not.toBe('');
        expect(list).toBe(list.toLowerCase());
      }
    },
  );
});
