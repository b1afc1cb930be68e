import { classWords } from './class-words.ts';
import type { Piece } from './page-pieces.ts';

/** Words in a class that say: not the story. Whole words, between spaces. */
const BOX = new RegExp(
  ` (?:${[
    'related|recirc|recirculation|recommended|recommendation|recommendations|more on|read more|readmore|read next|see also|most read|most popular|trending|popular',
    'newsletter|newsletters|signup|sign up|subscribe|subscription|paywall message|promo|promotion|teaser|teasers|cta|donate|donation|membership',
    'share|sharing|social|follow us|comment|comments|disqus|ad|ads|advert|advertisement|sponsored|outbrain|taboola|affiliate',
    'author bio|author box|author info|author excerpt|about author|bio|biography|tagline|breadcrumb|breadcrumbs|tags|taglist|topics|keywords|nav|navigation|menu',
    'toc|table of contents|cookie|consent|gdpr|copyright wrp|print header|disclaimer|modal|popup|toolbar|sidebar(?! grid)|widget area|footer',
  ].join('|')}) `,
);
const BOX_ELEMENT = /^(?:nav|footer|form|aside|dialog)$/;

/** Sentences by which sites point elsewhere, at the start of a paragraph. */
const POINTER =
  /^(?:\(?(?:read (?:more|also|next)|also read|see also|related|more(?: on| from| about)?|also on|don['’]t miss|watch|listen|leggi anche|lire aussi|à lire|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|lee también|leia também|läs (?:också|mer|även)|les også|lees ook|czytaj też|zobacz także)\b|sign up|subscribe|get the latest|follow (?:us|him|her|them|\w+) on|advertisement|anzeige|publicité|publicidad|werbung|reklama)/i;

/**
 * Tells whether an element stands in a box that is not the story. What was found of the elements above one is remembered.
 * @param top the element that holds the article
 * @param holdsMuch whether an element holds too much of the story to be a box, whatever its class says
 */
export function createBoxTest(
  top: Element,
  holdsMuch: (element: Element) => boolean,
): (element: Element) => boolean {
  const known = new Map<Element, boolean>([[top, false]]);
  return (element) => {
    const climbed: Element[] = [];
    let answer = false;
    for (let at: Element | null = element; at && !answer; at = at.parentElement) {
      const found = known.get(at);
      answer = found ?? ((BOX_ELEMENT.test(at.localName) || BOX.test(classWords(at))) && !holdsMuch(at));
      if (found !== undefined) break;
      climbed.push(at);
    }
    for (const at of climbed) known.set(at, answer);
    return answer;
  };
}

/** Whether a paragraph within the article's bounds belongs to a box that is not the story, or points elsewhere. */
export function isBoilerplate(piece: Piece, isInBox: (element: Element) => boolean): boolean {
  if (isInBox(piece.element)) return true;
  const { text, linkLength } = piece;
  if (POINTER.test(text) && (linkLength > text.length * 0.4 || text.length < 60)) return true;
  // A paragraph that is a link from end to end leads away from the story.
  return text.length > 15 && linkLength >= text.length * 0.9;
}
