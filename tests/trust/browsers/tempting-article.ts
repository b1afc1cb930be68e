import { writeArticle } from './hostile-article.ts';

/** A host that nobody serves. Everything on the way of the tour names it: whoever asks for anything there is found out. */
export const telltale = 'telltale.example';

/** A note that would load and lead somewhere if it were more than words. */
export const temptingNote = `![map](http://${telltale}/note.png) [paper](http://${telltale}/note) http://${telltale}/bare <img src="http://${telltale}/raw.png">`;

const data = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'The ferry waits',
  image: [`http://${telltale}/json-ld.png`],
  thumbnailUrl: `http://${telltale}/thumbnail.png`,
  author: { '@type': 'Person', name: 'Tess Arnold', url: `http://${telltale}/author`, image: `http://${telltale}/author.png` },
  publisher: { '@type': 'Organization', name: 'The Courier', logo: { '@type': 'ImageObject', url: `http://${telltale}/logo.png` } },
  mainEntityOfPage: `http://${telltale}/main`,
}); // prettier-ignore

/** What a page tells of itself that somebody who reads it may want to have. No browser asks for any of it by itself. */
const head = `
  <link rel="icon" href="data:,">
  <link rel="canonical" href="http://${telltale}/canonical">
  <link rel="amphtml" href="http://${telltale}/amp">
  <link rel="author" href="http://${telltale}/author">
  <link rel="image_src" href="http://${telltale}/image-src.png">
  <link rel="shortlink" href="http://${telltale}/short">
  <link rel="alternate" type="application/rss+xml" href="http://${telltale}/feed">
  <link rel="alternate" type="application/json+oembed" href="http://${telltale}/oembed">
  <meta property="og:image" content="http://${telltale}/og.png">
  <meta property="og:url" content="http://${telltale}/og">
  <meta property="article:author" content="http://${telltale}/og-author">
  <meta name="twitter:image" content="http://${telltale}/twitter.png">
  <meta name="author" content="Tess Arnold">
  <script type="application/ld+json">${data}</script>`;

/** Beside the quotations that the tour opens, words that look like something to load. */
const more = `
  <p>“Look at http://${telltale}/said and ![it](http://${telltale}/said.png),” said Lars Holt, the surveyor of Eschen.</p>
  <p>“It says &lt;img src=http://${telltale}/markup.png&gt; on the door,” said Lars Holt.</p>`;

/** Writes it as `tempting.html` into a folder that is served. */
export function writeTemptingArticle(folder: string): Promise<void> {
  return writeArticle(folder, 'tempting', { head, more });
}
