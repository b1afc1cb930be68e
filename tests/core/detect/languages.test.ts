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
    ['„Das reicht“, fügte Ana Ruiz hinzu.', [['„Das reicht“', 'Ana Ruiz']]],
    ['„Das reicht“, sagte Ana Ruiz laut Neuer Post.', [['„Das reicht“', 'Ana Ruiz']]],
    ['„Das reicht“, sagte der Imker leise.', [['„Das reicht“', 'der Imker']]],
    ['Nach Angaben der Polizei war es „ein Unfall“.', [['„ein Unfall“', 'der Polizei']]],
    ['Seiner Meinung nach ist das „grober Unfug“.', [['„grober Unfug“', 'Seiner']]],
    ['Nach Ruiz’ Worten ist das Haus „ganz und gar fertig“.', [['„ganz und gar fertig“', null]]],
    ['Für Ana Ruiz ist das „ein Fehler“.', [['„ein Fehler“', 'Ana Ruiz']]],
    ['Der Minister hat den Plan „einen Fehler“ genannt.', [['„einen Fehler“', 'Der Minister']]],
    [
      'Wie die Leiterin, Ana Ruiz, erklärte, sei das „ein Fehler“.',
      [['„ein Fehler“', 'die Leiterin, Ana Ruiz']],
    ],
    ['Tom Weller warnte vor Eile. Die Lage sei „sehr ernst“.', [['„sehr ernst“', 'Tom Weller']]],
    ['„Das reicht“, zitiert die Zeitung den Minister.', [['„Das reicht“', 'den Minister']]],
    ['„Das reicht“, schrieb die „Neue Post“.', [['„Das reicht“', 'die „Neue Post“']]],
    ['„Das reicht“, heißt es in einer Erklärung des Verbandes.', [['„Das reicht“', 'einer Erklärung']]],
    ['Das Schiff „Alte Liebe“ liegt im Hafen.', []],
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
    ['« Je pars, explique Ana Ruiz. Adieu. »', [['« Je pars, explique Ana Ruiz. Adieu. »', 'Ana Ruiz']]],
    ['« Je pars, a-t-elle dit, et vite. »', [['« Je pars, a-t-elle dit, et vite. »', 'elle']]],
    ['« Je pars, ironise aussitôt Ana Ruiz. »', [['« Je pars, ironise aussitôt Ana Ruiz. »', 'Ana Ruiz']]],
    ['Selon lui, la salle est « à nous ».', [['« à nous »', 'lui']]],
    ['Pour Ana Ruiz, c’est « une erreur ».', [['« une erreur »', 'Ana Ruiz']]],
    ['« Je pars », s’indigne Ana Ruiz.', [['« Je pars »', 'Ana Ruiz']]],
    ['« Non », tempère la trésorière, Ana Ruiz.', [['« Non »', 'la trésorière, Ana Ruiz']]],
    ['« Non », indique la plateforme.', [['« Non »', 'la plateforme']]],
    ['La salle, que la maire, Ana Ruiz, juge « belle », ferme.', [['« belle »', 'la maire, Ana Ruiz']]],
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
      // Two speak in turn.
      ['Alors adieu.', 'Paul'],
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
