import { speakerName } from '#core/speaker-name.ts';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import type { ContextSelector, Selector } from '#core/anchor/selector.ts';
import { exactOf } from '#core/annotation-passage.ts';

/** Terms beyond the W3C's, such as whose word a speaker's name is. A reader who does not know them may pass over them. */
const TERMS = 'urn:x-on-record:terms#';

/** The contexts of our files: the W3C's, and the prefix of our own terms. */
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { onrecord: TERMS }] as const;

/** What a page of ours holds beside its annotations: lists of texts, each a record of the store as JSON, which are for coming back. */
export const OWN_LISTS = {
  articles: 'onrecord:articles',
  people: 'onrecord:people',
  appearances: 'onrecord:appearances',
  decisions: 'onrecord:decisions',
  versions: 'onrecord:versions',
} as const;

/** Whose word a body is. */
const MACHINE = { type: 'Software', name: 'On Record' } as const;
const READER = { type: 'Person', nickname: 'reader' } as const;

type Body = Readonly<Record<string, unknown>>;

/**
 * An annotation as the W3C's model has it (https://www.w3.org/TR/annotation-model/): the quotation (`describing`), the speaker
 * (`identifying`), note and tags are bodies with their purposes; each says by `creator` whether it is the machine's word or the
 * reader's. All selectors are there, our own under its own name.
 */
export function webAnnotation(annotation: Annotation, article: ArticleRecord | null): object {
  const { id, motivation, created, modified, body, target, quotation } = annotation;
  return {
    id,
    type: 'Annotation',
    motivation,
    created,
    modified,
    generator: MACHINE,
    body: [
      quotationBody(annotation, article),
      ...(quotation === null ? [] : [speakerBody(quotation)]),
      ...body.map(({ type, purpose, value, format }) => ({ type, purpose, value, format, creator: READER })),
    ],
    target: {
      type: 'SpecificResource',
      source: { id: target.source, type: 'Text', ...articleFacts(article) },
      selector: target.selector.map(selectorOf),
      ...(target.styleClass === undefined ? {} : { styleClass: target.styleClass }),
    },
  };
}

function quotationBody(annotation: Annotation, article: ArticleRecord | null): Body {
  const { quotation } = annotation;
  const language = article?.language ?? '';
  return {
    type: 'TextualBody',
    purpose: 'describing',
    value: exactOf(annotation),
    format: 'text/plain',
    ...(/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) ? { language } : {}),
    creator: quotation === null ? READER : MACHINE,
    ...(quotation === null
      ? { 'onrecord:status': 'chosen' }
      : {
          'onrecord:status': quotation.status,
          'onrecord:kind': quotation.kind,
          ...present({
            'onrecord:detectedKind': quotation.detectedKind ?? null,
            'onrecord:detectedExact': quotation.detectedExact ?? null,
          }),
        }),
  };
}

function speakerBody(quotation: QuotationRecord): Body {
  const { status, detectedSpeaker, mention, cue, evidence, confidence, speaker } = quotation;
  return {
    type: 'TextualBody',
    purpose: 'identifying',
    value: speakerName(quotation) ?? '',
    format: 'text/plain',
    creator: status === 'corrected' || status === 'rejected' ? READER : MACHINE,
    'onrecord:status': status,
    'onrecord:confidence': {
      '@value': confidence.toString(),
      '@type': 'http://www.w3.org/2001/XMLSchema#decimal',
    },
    ...present({
      'onrecord:speaker': speaker,
      'onrecord:detectedSpeaker': detectedSpeaker,
      'onrecord:mention': mention,
      'onrecord:cue': cue,
    }),
    'onrecord:evidence': evidence.map(({ code, words }) => ({
      'onrecord:code': code,
      'onrecord:words': words,
    })),
  };
}

function articleFacts(article: ArticleRecord | null): Body {
  if (article === null) return {};
  const { title, byline, outlet, section, language, published, modified, firstSeen, lastSeen } = article;
  return present({
    'onrecord:title': title,
    'onrecord:byline': byline,
    'onrecord:outlet': outlet,
    'onrecord:section': section,
    'onrecord:language': language,
    'onrecord:published': published,
    'onrecord:updated': modified,
    'onrecord:firstSeen': firstSeen,
    'onrecord:lastSeen': lastSeen,
  });
}

function present(fields: Readonly<Record<string, string | null>>): Body {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function selectorOf(selector: Selector): Body {
  if (selector.type !== 'ContextSelector') return { ...selector };
  return contextSelector(selector);
}

function contextSelector({ type, rivals, ...facts }: ContextSelector): Body {
  const own = Object.entries(facts).map(([name, value]) => [`onrecord:${name}`, value]);
  return {
    type: `onrecord:${type}`,
    ...Object.fromEntries(own),
    'onrecord:rivals': rivals.map(({ before, after, wording }) => ({
      'onrecord:before': before,
      'onrecord:after': after,
      'onrecord:wording': wording,
    })),
  };
}
