import { inflect } from './en-inflect.ts';

/** Verbs that say nothing but that someone speaks. */
export const strong = `
  say says said saying tell tells told telling write writes wrote written writing
  ${inflect('add note explain ask reply respond state continue declare recall argue conclude insist warn tweet')}`;

/** Verbs that announce speech in nearly every sentence of a newspaper. */
export const usual = `
  ${inflect(`acknowledge admit+ affirm allege announce answer assert assure blog+ boast brag+ caution claim clarify
    comment complain concede concur+ confess contend counter crow deadpan disclose elaborate emphasize emphasise
    email exclaim exhort fume gush inform inquire interject joke lament maintain mention mumble murmur muse
    mutter observe opine plead pledge post predict proclaim promise pronounce quip quote recommend recount
    reflect reiterate relate remark remind repeat report retort retweet reveal scoff scream shout snap+ speculate
    stammer stress suggest text thunder underline underscore urge venture vent voice vow wail whisper wisecrack
    yell testify chant sneer bellow enthuse implore summarize marvel bristle hint surmise reckon`)}
  quipped quipping beg begs begged begging recite recited swear swears swore swearing read reads reading
  cry cries cried crying describe describes described describing call calls called calling
  insistent adamant dismissive
  retorted chime chimes chimed chiming concurred`;

/** Verbs that announce speech when a quotation stands close by. */
export const weak = `
  ${inflect(`accuse address advise agree allude apologize appeal applaud ask assail assess attack attribute bash
    bemoan blame blast brand believe bill champion characterize characterise charge chastise chide cite coin
    compare compliment condemn confide confirm congratulate consider convey credit criticize criticise debate
    decry defend demand denounce deny depict deride describe detail dismiss discuss disparage dispute downplay
    echo encourage endorse envision estimate exult express fear feature forecast frame greet gripe grumble
    hail herald highlight identify imply impress indicate insinuate instruct introduce invoke issue justify label
    lambast lambaste laud lecture liken list mock name object offer order outline overrule paint
    phrase point ponder portray praise preach press propose protest publish question rail rap+ rate rebuke recommend
    refer+ refuse regard reject release remember request ridicule rule salute scold share sign signal slam+
    support tease term threaten thank tout trash trumpet uphold view welcome worry suppose
    post reference invite insult caption dub+ rip+ pan+ regret+ rebut+ admit+ sum+ title nickname mouth
    pitch spout signal vilify justify specify caution paraphrase single taunt rant chuckle`)}
  speak speaks spoke spoken speaking think thinks thought thinking know knows knew known feel feels felt feeling
  find finds found put puts putting send sends sent sending see sees saw seen seeing hear heard hold holds held
  deem deems deemed deeming show shows showed shown teach taught understand understood hope hopes hoped hoping
  want wants wanted talk talks talked talking sing sings sang cast casts sneer sneered decries decried denies denied
  go goes went use uses used using stand stands stood expect expects expected joked`;

/** Those that assert a thing at second hand; the outermost of them is the source that a newspaper means. */
export const assertions = `
  say says said saying tell tells told telling write writes wrote writing
  ${inflect(`add note explain state declare argue conclude insist warn tweet acknowledge allege assert claim contend
    complain maintain predict report suggest believe announce`)}`;

export const inverting = `
  said says wrote writes asked asks added adds replied replies explained explains recalled recalls argued argues
  noted notes tweeted declared declares insisted insists continued continues exclaimed quipped observed observes
  responded joked warned warns lamented concluded concludes read reads reported stated remarked answered agreed
  announced commented claimed claims shouted complained cautioned boasted testified suggested predicted predicts
  recounted reflected mused admitted conceded promised vowed cried screamed yelled asserted demanded
  wondered opined proclaimed pronounced urged countered retorted snapped whispered contended acknowledged thundered
  goes went runs ran interjected chimed reads`;

/** Forms that are as often nouns. */
export const ambiguous = `
  state states point points issue issues text texts post posts counter counters stress email emails call calls report
  reports comment comments show shows view views use uses order orders charge charges support offer offers hope hopes
  sign signs share shares demand demands promise promises label labels brand brands detail details claim claims blog
  blogs vow vows chant chants joke jokes quote quotes attack attacks praise blame blast cast frame bill bills term
  terms coin paint pan pans echo cry cries feature features question questions answer answers reply remark remarks
  mention mentions talk talks debate list lists name names object objects pledge pledges read pitch release request
  requests rule rules signal voice voices worry worries note notes tweet tweets fear fears find finds
  hint hints insult appeal address estimate forecast rap rate rates welcome hold holds stand stands reports
  suspect address lecture lectures compliment fume reference references retort thought saw felt sing rail
  strike strikes run runs move moves work works play plays change changes vote votes start starts visit visits return
  returns plan plans need needs help look looks love back fight cut cuts hit hits break breaks draw lead leads walk
  travel launch focus step turn turns push pull win wins lies lie stop drive ride face faces fall falls rise rises
  response smile laugh protest protests title thanks dispute disputes surmise taunt taunts caption notice`;

export const cueNouns = `
  accusation admission advice allegation allegations answer argument assertion assessment assurance attack belief call
  calls challenge characterization claim claims comment comments complaint complaints concern conclusion
  contention criticism declaration definition demand description denial dismissal email explanation expression
  idea insistence invitation invocation joke joking letter line mantra message motto observation opinion phrase
  plea pledge post praise prediction promise proposal question reference remark remarks reply request response retort
  rhetoric slogan speech statement statements suggestion suggestions tagline talk testimony thought threat tirade tweet tweets
  view views vow warning warnings word words quip rant rallying`;
