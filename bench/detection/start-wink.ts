import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { tellStart } from './tell-start.ts';

const wink = winkNlp(winkModel);
tellStart((article) => {
  const doc = wink.readDoc(article);
  return [doc.sentences().out(), doc.tokens().out(), doc.entities().out()];
});
