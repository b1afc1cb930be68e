/**
 * Words that stand in most records, for the compressor to refer to (RFC 1950, section 2.2, "preset dictionary"): a record is too short to
 * have them twice. It is a part of the format: what was sealed with it is opened with it. The most frequent come last.
 */
export const PAGE_WORDS =
  '","wording":""}],"statusCorrected":"rejected","corrected","confirmed","detectedExact":"urn:uuid:","styleClass":' +
  '"kind":"not-a-person","same-person","not-a-quotation","speaker","about":"","outcome":"exact","changed","not-found","seen":"","annotation":"' +
  '{"store":"versions","key":["{"store":"decisions","key":["{"store":"appearances","key":["https://www.' +
  '{"store":"people","key":"urn:uuid:","fields":{"created":{"value":"20","into":{"value":null,"name":{"value":"' +
  '{"store":"articles","key":"https://www.","fields":{"byline":{"value":"","firstSeen":{"value":"","language":{"value":"en","lastSeen":{"value":"' +
  '","modified":{"value":"","origins":{"value":{"title":"json-ld","byline":"meta","published":"json-ld"},"outlet":{"value":"","published":{"value":"' +
  '","saved":{"value":"","section":{"value":null,"title":{"value":"","person":{"value":"urn:uuid:","name":{"value":"' +
  '{"store":"annotations","key":"urn:uuid:","fields":{"created":{"value":"2026-01-01T00:00:00.000Z","at":[17,"","rank":-17},' +
  '"passage":{"value":{"source":"https://www.","selector":[{"type":"TextQuoteSelector","exact":"","prefix":"","suffix":""},' +
  '{"type":"TextPositionSelector","start":,"end":},{"type":"ContextSelector","version":1,"before":"","after":"","near":"","startsBlock":true,' +
  '"endsBlock":true,"startsBlock":false,"endsBlock":false,"aside":false,"position":0.,"occurrences":1,"rivals":[{"before":"","after":"]}],' +
  '"quotation":{"kind":"direct","mention":"","speaker":"","detectedSpeaker":"","cue":"said","evidence":[{"code":"cue-after","words":["said","' +
  '"]}],"confidence":0.9,"status":"detected"}},"style":{"value":null,"at":[17,"rank":0},"at":[17,"rank":0}}}';

/** The same for what the reader has added. */
export const READERS_WORDS =
  '{"writes":{"":[17,"sets":{"apart":{},"follows":{"tags":{"":{"at":[17,"","isIn":false,"place":0},"":{"at":[17,"","isIn":true,"place":0}}},' +
  '"texts":{"values":[{"value":"","at":[17,""]}],"covered":{"":17}},"gone":{"":17}}{"writes":{"":[17,1]},"sets":{},"sets":{"tags":{}},' +
  '"texts":{"values":[],"covered":{}},"gone":{}}';
