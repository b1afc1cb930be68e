/**
 * What follows `google.` in the hosts of Google's search, which are also those of its AMP viewer (www.google.com/supported_domains).
 * All of them by name: whoever has a domain has a host `www.google.` before it, and would be believed to show anybody's articles.
 */
const GOOGLE = new Set(
  `com ad ae com.af com.ag al am co.ao com.ar as at com.au az ba com.bd be bf bg com.bh bi bj com.bn com.bo com.br bs bt co.bw by
  com.bz ca cd cf cg ch ci co.ck cl cm cn com.co co.cr com.cu cv com.cy cz de dj dk dm com.do dz com.ec ee com.eg es com.et fi com.fj
  fm fr ga ge gg com.gh com.gi gl gm gr com.gt gy com.hk hn hr ht hu co.id ie co.il im co.in iq is it je com.jm jo co.jp co.ke com.kh
  ki kg co.kr com.kw kz la com.lb li lk co.ls lt lu lv com.ly co.ma md me mg mk ml com.mm mn com.mt mu mv mw com.mx com.my co.mz
  com.na com.ng com.ni ne nl no com.np nr nu co.nz com.om com.pa com.pe com.pg com.ph com.pk pl pn com.pr ps pt com.py com.qa ro ru rw
  com.sa com.sb sc se com.sg sh si sk com.sl sn so sm sr st com.sv td tg co.th com.tj tl tm tn to com.tr tt com.tw co.tz com.ua co.ug
  co.uk com.uy co.uz com.vc co.ve co.vi com.vn vu ws rs co.za co.zm co.zw cat`.split(/\s+/),
);

const CACHE = '.cdn.ampproject.org';

/** Whether a host is one of the viewers of AMP pages, of Google or Bing: `/amp/s/HOST/PATH`. */
function isViewer(hostname: string): boolean {
  const [www, name, ...rest] = hostname.split('.');
  if (www !== 'www') return false;
  return hostname === 'www.bing.com' || (name === 'google' && GOOGLE.has(rest.join('.')));
}

/**
 * The part of the AMP cache that holds the pages of a host: its dots are dashes there, and its dashes two
 * (https://amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/amp-cache-urls). Names that are not in ASCII, and
 * very long ones, have parts that are called otherwise: their pages are not looked for in the cache.
 */
const cacheOf = (hostname: string): string => hostname.replaceAll('-', '--').replaceAll('.', '-') + CACHE;

/**
 * The address of the article that a viewer or cache of AMP pages shows, without its query; null where the address is no such. Only
 * what belongs to Google or Bing is believed, and of the cache only the part that holds that host's pages: anybody's script may run on
 * any other.
 */
export function cachedAddress(hostname: string, pathname: string): string | null {
  const isOfCache = hostname.endsWith(CACHE);
  if (!isOfCache && !isViewer(hostname)) return null;
  const path = isOfCache ? /^\/[a-z]\/(s\/)?(.+)$/ : /^\/amp\/(s\/)?(.+)$/;
  const [, secure, rest] = path.exec(pathname) ?? [];
  if (rest === undefined || !/^[^/]+\.[^/]+\//.test(rest)) return null;
  const host = rest.slice(0, rest.indexOf('/'));
  if (isOfCache && cacheOf(host.toLowerCase()) !== hostname) return null;
  return `http${secure === undefined ? '' : 's'}://${rest}`;
}
