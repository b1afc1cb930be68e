import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';

/** Every language that the detector knows, English first: it is also what an unknown language is read as. */
export const languages: readonly Language[] = [en, de, fr];
