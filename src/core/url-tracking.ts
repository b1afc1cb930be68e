/** Beginnings of parameters that only say where a reader came from. */
const PREFIXES =
  `utm_ utm- at_ ga_ gaa_ hsa_ mtm_ pk_ piwik_ matomo_ trk_ guce_ __cft__ __twitter wt_ wt. ns_ oly_ vero_
  _hs amp_ fb_ mc_ sc_ sp_mid sp_rid syn- ftcamp. itm_ stm_`.split(/\s+/);

/** Parameters that never tell one article from another. Lower case. */
const NAMES = new Set(
  `_branch_match_id _ga _gl _openstat _r action_object_map action_ref_map action_type_map __s __tn__ __source __twitter_impression amp;amp aoh bxid cmpid cndid cn-reloaded
  cx_testid cx_testvariant cx_artpos cvid dclid dicbo emc epik esrc fbclid fb_ref feature_id ftag gad_source gbraid gclid
  gclsrc giftcopy guccounter hss_channel icid igsh igshid ico in_source intcmp irclickid ito itid li_fat_id linkid
  mbid mibextid mkt_tok mkevt ml_subscriber ml_subscriber_hash msclkid ncid ocid outputtype partner pwapi_token rb_clickid
  reflink referringsource rss s_cid s_kwcid s_campaign segmentid sfnsn share_id share_token sharetype smid smtyp soc_src
  soc_trk spref sref srnd src_campaign syclid taid tpcc traffic_source traffic-source triedredirect ttclid twclid
  unlocked_article_code usqp wbraid wickedid wickedsource xtor yclid yptr ysclid zanpid zarsrc`.split(/\s+/),
);

/** Parameters that mostly say where a reader came from, but are an article's number here and there. */
const DOUBTFUL = new Set(
  `app campaign cid cmp from gift mod nl ref ref_src ref_url referer referrer refsrc s sh share shared source src st te
  trk via`.split(/\s+/),
);

/** Parameters that ask for another dress of the same article, with the values that do. */
const DRESS: ReadonlyMap<string, readonly string[]> = new Map([
  ['amp', ['', '1', 'true', 'amp']],
  ['isamp', ['', '1', 'true']],
  ['output', ['amp', 'print', '1']],
  ['outputtype', ['amp', 'print']],
  ['view', ['amp', 'print', 'mobile']],
  ['mode', ['amp', 'print']],
  ['print', ['', '1', 'true', 'yes', 'y']],
  ['printable', ['', '1', 'true', 'yes']],
  ['printview', ['', '1', 'true']],
  ['pfstyle', ['wp']],
  ['mobile', ['', '1', 'true']],
  ['m', ['1']],
]);

/**
 * The query without what does not belong to the article's identity, the rest sorted by name; '' or beginning with '?'.
 * `named`: whether the path tells the article already, so that doubtful parameters may go; their numbers still stay.
 */
export function identityQuery(search: string, named: boolean): string {
  const kept = search
    .slice(1)
    .split('&')
    .map((pair) => pair.replace(/^(?:amp;)+/i, ''))
    .filter((pair) => pair !== '' && pair !== '=' && !isIdle(pair, named));
  const sorted = kept.map((pair) => ({ pair, name: nameOf(pair) })).toSorted(byName);
  return sorted.length === 0 ? '' : `?${sorted.map(({ pair }) => pair).join('&')}`;
}

function isIdle(pair: string, named: boolean): boolean {
  const name = nameOf(pair).toLowerCase();
  const value = pair.slice(name.length + 1).toLowerCase();
  if (DRESS.get(name)?.includes(value) === true) return true;
  if (DOUBTFUL.has(name)) return named && !/^\d+$/.test(value);
  if (NAMES.has(name)) return name !== 'outputtype';
  return PREFIXES.some((prefix) => name.startsWith(prefix));
}

function nameOf(pair: string): string {
  const end = pair.indexOf('=');
  return end === -1 ? pair : pair.slice(0, end);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
