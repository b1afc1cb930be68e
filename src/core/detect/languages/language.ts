/** How strongly a word announces speech: 3 always (say), 2 nearly always (warn), 1 when a quotation is near (see, call). */
type CueStrength = 1 | 2 | 3;

/**
 * What the detector must know of a language. Data only: lower-case words with straight apostrophes,
 * no code. Word lists are strings separated by blanks, so that a line of a file holds many.
 */
export interface Language {
  /** BCP 47 primary tag: `en`. */
  readonly code: string;
  /** Frequent small words by which the language is recognised. */
  readonly common: string;
  /** Abbreviations whose full stop ends no sentence, without the stop: `mr`, `gen`. */
  readonly abbreviations: string;
  /** Words that, capitalised, begin a sentence even after an abbreviation: `the`, `he`. */
  readonly starters: string;
  /** Words that end in an apostrophe and stand before another without a blank: French `l`, `d`, `qu`. */
  readonly elisions: string;
  /** Pronouns tied to a verb by a hyphen, tokens of their own (French `dit-il`, `a-t-elle`). */
  readonly enclitics: string;
  /** Inflected forms of verbs that announce speech. */
  readonly cues: { readonly [strength in CueStrength]: string };
  /** Of the cues, those that assert (say, claim, argue): the outermost of several is preferred. */
  readonly assertions: string;
  /** Cue verbs that may stand before their subject beside a quotation (`“…,” said Ms. Lee`). */
  readonly inverting: string;
  /** Cue verbs that look like nouns (`report`, `states`) and need a look at what stands before them. */
  readonly ambiguous: string;
  /** Nouns that announce speech with a possessor (`her claim that`). */
  readonly cueNouns: string;
  /** Phrases before a source, as in `according to`; each a phrase of one to three words separated by `_`. */
  readonly sourcePhrases: string;
  /** Words that follow a source and mean `according to` (German `zufolge`). */
  readonly sourceEndings: string;
  /** Nouns that make a source with a preposition or a possessor: German `nach Angaben der Polizei`, `seiner Meinung nach`. */
  readonly sourceNouns?: string;
  /** Verbs whose object speaks, not their subject: `cites`. */
  readonly quoters?: string;
  /** Prepositions that begin a sentence with whose view it gives: French `pour Léa Morin, …`. */
  readonly viewpoints?: string;
  /** Verb forms by which a clause without a cue goes on reporting (German first subjunctive). */
  readonly reported?: string;
  /** Ends of compound nouns that speak. */
  readonly speakerEndings?: string;
  /** Auxiliaries and forms of be, have, do. */
  readonly auxiliaries: string;
  /** Frequent verbs that do not announce speech. */
  readonly verbs: string;
  readonly adverbs: string;
  readonly prepositions: string;
  readonly determiners: string;
  /** Determiners and pronouns of cases that no subject has (German `den`, `dem`, `des`). */
  readonly obliques: string;
  readonly conjunctions: string;
  readonly subordinators: string;
  readonly relatives: string;
  /** Pronouns that can be a subject. */
  readonly pronouns: string;
  /** Pronouns that cannot. */
  readonly objectPronouns: string;
  readonly possessives: string;
  /** Nouns for people and groups that speak. */
  readonly speakers: string;
  /** Nouns for texts that speak. */
  readonly documents: string;
  /** Days, months and other names of times, capitalised or not. */
  readonly times: string;
  /** Words that stand before the name of a work: `book`, `titled`. */
  readonly workNouns: string;
  /** Whether every noun is capitalised (German). */
  readonly capitalNouns: boolean;
  /** Whether the subject follows the verb wherever something else opens the clause (German; French beside speech). */
  readonly verbSecond: boolean;
  /** Whether a dash at the start of a paragraph opens direct speech. */
  readonly dialogueDash: boolean;
}
