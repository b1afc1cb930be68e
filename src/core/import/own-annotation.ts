import { fieldsOf, itemsOf, type Fields } from './json-fields.ts';

/** The annotation that core/export/web-annotation.ts has written so, for the guard to check: its inverse. */
export function ownAnnotation(item: Fields): unknown {
  const bodies = itemsOf(item['body']).map((body) => fieldsOf(body) ?? {});
  const target = fieldsOf(item['target']) ?? {};
  const speaker = bodies.find(({ purpose }) => purpose === 'identifying');
  const words = bodies.find(({ purpose }) => purpose === 'describing');
  const { id, type, motivation, created, modified } = item;
  return {
    id,
    type,
    motivation,
    created,
    modified,
    body: bodies.filter(({ purpose }) => purpose === 'commenting' || purpose === 'tagging'),
    target: {
      type: target['type'],
      source: fieldsOf(target['source'])?.['id'] ?? target['source'],
      selector: itemsOf(target['selector']).map((item) => withoutPrefix(item)),
      ...(target['styleClass'] === undefined ? {} : { styleClass: target['styleClass'] }),
    },
    quotation: speaker === undefined ? null : quotationOf(speaker, words ?? {}),
  };
}

function quotationOf(speaker: Fields, words: Fields): unknown {
  const own = (name: string): unknown => speaker[`onrecord:${name}`];
  const confidence = fieldsOf(own('confidence'))?.['@value'];
  return {
    kind: words['onrecord:kind'],
    mention: own('mention') ?? null,
    speaker: own('speaker') ?? null,
    detectedSpeaker: own('detectedSpeaker') ?? null,
    cue: own('cue') ?? null,
    evidence: itemsOf(own('evidence')).map((item) => withoutPrefix(item)),
    confidence: typeof confidence === 'string' ? Number(confidence) : confidence,
    status: own('status'),
    detectedKind: words['onrecord:detectedKind'],
    detectedExact: words['onrecord:detectedExact'],
  };
}

/** What we write is no deeper than this; what is, is left as it stands for the guard to refuse. */
const DEEPEST = 8;

/** Our own terms by their plain names, at every depth. */
function withoutPrefix(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => withoutPrefix(item, depth + 1));
  const fields = fieldsOf(value);
  if (fields === null) return value;
  return Object.fromEntries(
    Object.entries(fields).map(([name, item]) => [
      name.replace(/^onrecord:/, ''),
      name === 'type' ? plain(item) : typeof item === 'object' ? withoutPrefix(item, depth + 1) : item,
    ]),
  );
}

function plain(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^onrecord:/, '') : value;
}
