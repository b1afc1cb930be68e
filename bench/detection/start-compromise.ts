import nlp from 'compromise';
import { tellStart } from './tell-start.ts';

tellStart((article) => {
  const doc = nlp(article);
  return [doc.people().json(), doc.quotations().json()];
});
