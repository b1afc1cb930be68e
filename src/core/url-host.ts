/** Second levels under which names are registered in many countries: example.co.uk, example.com.au. */
const SECOND_LEVELS = new Set(
  'ac co com edu go gob gouv gov gub ltd me mil ne net nic nom or org plc sch web'.split(' '),
);

/** Hosts on which every subdomain is another publication. */
const SHARED = new Set(
  `altervista.org azurewebsites.net beehiiv.com blog.fc2.com blogs.com blogspot.com buttondown.email cloudfront.net
  firebaseapp.com free.fr fly.dev ghost.io github.io gitlab.io hatenablog.com hatenadiary.com herokuapp.com home.blog
  livejournal.com medium.com netlify.app onrender.com over-blog.com pages.dev posthaven.com r2.dev sites.google.com
  squarespace.com substack.com s3.amazonaws.com tistory.com tumblr.com typepad.com vercel.app web.app webflow.io weebly.com
  wixsite.com wordpress.com workers.dev write.as`.split(/\s+/),
);

/** Labels that lead to the same articles in another dress. */
const DRESS = new Set(['m', 'mobile', 'amp', 'touch']);

/** Whether it is a number, or a name without a dot such as `localhost`: nothing is registered there. */
export function isBareHost(hostname: string): boolean {
  if (!hostname.includes('.') || hostname.includes('..') || hostname.endsWith('.')) return true;
  return hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname);
}

/**
 * The part of a host name that looks registered, without the Public Suffix List: the last two labels, three below
 * second levels such as `co.uk`, and one more on hosts that give every writer a subdomain.
 */
function registrable(hostname: string): string {
  if (isBareHost(hostname)) return hostname;
  const labels = hostname.split('.');
  const [second, top] = [labels.at(-2) ?? '', labels.at(-1) ?? ''];
  const size = top.length === 2 && SECOND_LEVELS.has(second) ? 3 : 2;
  const name = labels.slice(-size).join('.');
  for (const longer of [size, size + 1]) {
    // blogspot.com has a twin in many countries: blogspot.de, blogspot.co.uk.
    const shared = labels.slice(-longer).join('.');
    if (SHARED.has(shared) || labels.at(-longer) === 'blogspot') return labels.slice(-longer - 1).join('.');
  }
  return name;
}

/**
 * The host without the labels of its mobile and AMP dress: `m.example.com` and `amp.example.com` are
 * `www.example.com`, `en.m.example.org` is `en.example.org`.
 */
export function plainHost(hostname: string): string {
  const name = registrable(hostname);
  if (name === hostname || isBareHost(hostname)) return hostname;
  const below = hostname.slice(0, -name.length - 1).split('.');
  const kept = below.filter((label) => !DRESS.has(label));
  if (kept.length === below.length) return hostname;
  return [...(kept.length === 0 ? ['www'] : kept), name].join('.');
}

/**
 * Whether a page on one host may name the other as its article's: the same host but for `www`, or one of them the main
 * host of the other's site. Two subdomains may be two publications, or two languages.
 */
export function sameSite(one: string, other: string): boolean {
  const [a, b] = [withoutWww(one), withoutWww(other)];
  if (a === b) return true;
  const name = registrable(one);
  return name === registrable(other) && (a === name || b === name);
}

function withoutWww(hostname: string): string {
  return hostname.startsWith('www.') ? hostname.slice(4) : hostname;
}
