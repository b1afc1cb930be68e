/** Nouns of people, offices and groups that speak in newspapers. */
export const speakers = `
  president presidents senator senators governor governors congressman congressmen congresswoman representative
  representatives secretary minister ministers mayor mayors judge judges justice justices chairman chairwoman chair
  chairperson spokesman spokeswoman spokesperson spokespeople spokesmen official officials source sources aide aides
  adviser advisers advisor advisors strategist strategists expert experts analyst analysts candidate candidates nominee
  nominees front-runner frontrunner lawmaker lawmakers legislator legislators leader leaders critic critics supporter
  supporters opponent opponents voter voters reporter reporters journalist journalists author authors writer writers
  columnist columnists editor editors host hosts anchor anchors moderator moderators professor professors researcher
  researchers scientist scientists economist economists lawyer lawyers attorney attorneys prosecutor prosecutors police
  officer officers detective detectives sheriff chief chiefs director directors executive executives ceo founder owner
  owners manager managers worker workers man woman men women mother father mom dad son sons daughter daughters wife
  husband brother sister uncle aunt nephew cousin parents friend friends family families people person resident residents
  student students teacher teachers doctor doctors activist activists protester protesters protestor protestors
  demonstrator demonstrators crowd crowds group groups organization organizations organisation company companies campaign
  campaigns committee party parties government governments administration department agency agencies court newspaper
  paper magazine network website outlet outlets media press witness witnesses veteran veterans pastor priest pope bishop
  rabbi imam ambassador ambassadors diplomat diplomats general generals colonel captain soldier soldiers conservatives
  liberals republicans democrats republican democrat businessman businesswoman billionaire mogul entrepreneur
  developer singer actor actress star stars coach player players pollster pollsters operative operatives consultant
  consultants donor donors others someone everyone nobody contender contenders rival rivals hopeful successor
  predecessor speaker whip socialist libertarian politician politicians pundit pundits commentator commentators historian
  historians scholar scholars nurse nurses driver farmer farmers passenger neighbor neighbors neighbour neighbours mp mps
  guest guests member members delegate delegates delegation team coalition union association institute firm firms bank
  board commission council office bureau panel panelist investigators investigator commissioner spokespersons trustee
  colleague colleagues boss assistant insider insiders staffer staffers volunteer volunteers commander commanders prince
  princess king queen envoy negotiator lobbyist lobbyists physician therapist biographer producer artist musician
  survivor survivors victim victims relative relatives boy girl kids children youth teenager teenagers
  employee employees fan fans attendee attendees observer observers user users blogger bloggers
  newcomer senators-elect deputy chancellor premier authorities regulator regulators agent agents
  magnate tycoon comedian veteran narrator interviewer caller callers participant participants superintendent
  co-founder co-host co-author vice-president running-mate mate nonprofit charity think-tank watchdog
  conservative liberal democratic-socialist immigrant immigrants refugee refugees migrant migrants patient patients`;

/** Nouns of texts that speak: a letter read, a sign said. */
export const documents = `
  report reports study studies statement article email e-mail emails letter memo memorandum post tweet tweets book poll
  survey ad ads website site document documents complaint lawsuit filing order bill law plan speech blog piece editorial
  op-ed sign signs headline headlines release press-release text message messages caption banner poster plaque inscription
  note resolution ruling decision opinion amendment constitution transcript video account affidavit indictment petition
  platform manifesto motto slogan shirt t-shirt advertisement commercial story clause rule guidelines chant verdict
  declaration treaty agreement invitation placard placards flier flyer leaflet pamphlet question`;

/** Names of times: never who speaks. */
export const times = `
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight week weeks
  month months year years morning night evening afternoon weekend day days hour hours minute minutes moment time times
  summer winter spring fall autumn decade decades century season midnight noon christmas easter thanksgiving a.m p.m
  a.m. p.m. am pm est et gmt earlier later ago point`;

/** Frequent verbs that announce no speech. */
export const otherVerbs = `
  got gets take takes took taken make makes made give gives gave given left leave leaves keep keeps kept bring brings
  brought lead leads led win wins won lose loses lost run runs ran meet meets met set sets sat sit sits pay pays paid
  become becomes became begin begins began begun start starts started come comes came grow grew fall falls fell break broke
  build built buy bought sell sold draw drew rise rose choose chose seek seeks sought seem seems seemed look looks looked
  need needs needed help helps helped appear appears appeared plan plans planned try tries tried serve serves served follow
  follows followed include includes included face faces faced join joins joined work works worked live lives lived visit
  visited return returns returned move moves moved raise raises raised vote votes voted shoot shot strike struck drive
  drove spend spent catch caught fight fought lay laid let lets step stepped back backed hit hits cut cuts quit beat beats
  turn turns turned play plays played open opens opened close closed watch watched listen listened happen happened remain
  remains remained change changed stop stopped create created allow allows allowed lie lies lay wear wears wore carry carried
  carries speak mean means meant ride rode rises fails failed fail attend attended attends earn earned focus focused focuses
  learn learned learns prove proved proves pick picked pull pulled push pushed reach reached receive received receives
  require required requires respond save saved send serve suffer suffered walk walked travel traveled launch launched
  like likes love loves loved hate hates hated enjoy enjoyed shook shakes threw throws
  hung tore bent swung swept froze slept woke knelt fled clung flung`;

export const adverbs = `
  also later then never already still even just often again recently now ever always only simply merely really
  perhaps instead meanwhile however not n't n’t first earlier repeatedly famously sometimes soon today yesterday too
  further rather almost nevertheless so there here maybe quite very once twice thus therefore indeed nonetheless
  publicly privately initially eventually finally largely mostly once far long back ago away together else apparently
  tonight tomorrow likewise otherwise moreover furthermore afterward afterwards nearly roughly about`;
