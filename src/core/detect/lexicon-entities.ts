/** Words of the names of organisations, buildings, events, laws, works, times. */
export const organisationWords =
  'inc corp co ltd llc plc gmbh ag group holdings company bank banks university college school institute academy party association federation ' +
  'union league club team committee commission council court ministry department office agency bureau authority board house senate ' +
  'congress parliament assembly army navy force forces police guard airlines airways motors industries systems technologies ' +
  'services service center centre hospital clinic museum library theatre theater church cathedral mosque temple street road avenue ' +
  'boulevard drive lane square park stadium arena airport station bridge river lake mountain mount mountains island islands valley bay ' +
  'beach ocean sea desert county city town village district province state states republic kingdom region north south east west ' +
  'northern southern eastern western central times post journal news daily herald tribune gazette magazine press radio tv television ' +
  'network channel records films pictures studios studio show games cup championship championships olympics series award awards prize ' +
  'festival day week month year january february march july august september october november december monday tuesday ' +
  'wednesday thursday friday saturday sunday act law treaty agreement project program programme plan foundation fund trust ' +
  'society organization organisation organizations international national federal united new great war battle revolution movement ' +
  'front hotel restaurant building tower towers hall palace castle conference summit supreme grand open division fc sc ac united ' +
  'administration campaign coalition alliance campus capitol code constitution defense defence economic education energy ' +
  'environment exchange finance global government health highway initiative insurance intelligence justice labor labour media ' +
  'memorial monument nations nuclear partners pact peace policy power products protocol province railway report review rights ' +
  'rock royal sciences science sector securities security sports square steel stock strait studies survey tax technology telecom ' +
  'trade transport treasury tribunal unit village water watch white wildlife world youth zone album song film movie book ' +
  'internet online web app network networks solutions capital investments investment ventures bancorp airline energy oil gas ' +
  'mining pharma pharmaceuticals laboratories motors estate properties media entertainment productions brothers sons ' +
  'platoon regiment brigade battalion infantry corps division squadron fleet abbey fort camp canal cape creek falls ' +
  'forest garden gardens gate glacier grove gulf harbor harbour heights hill hills isle junction peninsula plains plateau ' +
  'plaza point pond port ranch ridge rocks shore springs swamp terrace trail tunnel volcano wall wood woods';

/** Adjectives and nouns of nations, faiths and parties. */
export const demonyms =
  'american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish ' +
  'norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian ' +
  'belarusian serbian croatian bosnian slovenian albanian macedonian moldovan lithuanian latvian estonian georgian armenian ' +
  'azerbaijani kazakh uzbek turkmen kyrgyz tajik mongolian chinese japanese korean taiwanese vietnamese thai filipino indonesian ' +
  'malaysian singaporean burmese cambodian laotian indian pakistani bangladeshi nepali nepalese afghan iranian iraqi syrian ' +
  'lebanese jordanian palestinian israeli saudi emirati qatari kuwaiti omani yemeni bahraini egyptian libyan tunisian algerian ' +
  'moroccan sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan burundian nigerian ghanaian senegalese ivorian ' +
  'malian cameroonian congolese angolan zambian zimbabwean mozambican namibian botswanan malawian liberian gambian canadian ' +
  'mexican cuban jamaican haitian dominican colombian venezuelan brazilian argentine argentinian chilean peruvian bolivian ' +
  'ecuadorian uruguayan paraguayan guatemalan honduran nicaraguan salvadoran panamanian australian kiwi maori european asian ' +
  'african arab arabian kurdish jewish muslim islamic christian catholic protestant anglican orthodox hindu buddhist sikh ' +
  'mormon democrat democrats republican republicans democratic soviet catalan basque tibetan uyghur rohingya aboriginal ' +
  'indigenous latino hispanic conservative conservatives labour liberal communist nazi americans russians germans israelis ' +
  'palestinians iraqis iranians ukrainians europeans africans muslims christians jews arabs kurds indians pakistanis afghans ' +
  'syrians egyptians nigerians kenyans canadians mexicans cubans brazilians italians turks greeks poles swedes danes finns';

/** Verbs of saying, as they stand beside the name of one who speaks. */
export const sayingVerbs =
  'said says say told tells added adds noted notes explained explains wrote writes asked asks replied argued argues insisted claimed ' +
  'claims warned stated states announced declared tweeted testified recalled recalls admitted acknowledged thinks believes believed ' +
  'thought felt wants wanted hopes responded concluded suggested observed continued lamented joked quipped called urged denied ' +
  'confirmed revealed promised vowed predicted remarked stressed pointed conceded maintained';

/** Frequent verbs whose subject is as a rule a person. */
export const personalVerbs =
  'was is has had who whose whom did does will would could also married died born joined met visited resigned retired arrested accused ' +
  'won lost scored led served became began moved attended graduated worked appeared received returned went came left made took got ' +
  'spoke gave ran signed held nodded smiled laughed sat stood looked walked knew lived grew played studied';

/** Small words inside names: `de`, `van der`, `bin`. */
export const particles =
  'de da van von der den bin ibn al el la le du di dos das del della bint y zu zum zur ter ten te af ul ur abu vom e ben bat av';

/** What may follow a name and belongs to it. */
export const suffixes = 'jr jr. sr sr. ii iii iv';

/** Ends of compound words that are not names: `Trump-backed`. */
export const compoundEnd =
  /-(?:born|based|backed|led|owned|style|era|wide|bound|controlled|linked|listed|sponsored|funded|made|held|trained|run|occupied|speaking|elect|turned|ranked|seeded|nominated|appointed|language|dominated|aligned|affiliated|like|esque|related|friendly|born|type|inspired|only|free|level|day|year)$/;

/** Countries, continents and their adjectives that are never part of a person's name unless they are first names too. */
export const nations =
  'afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus ' +
  'belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burundi cambodia cameroon canada chile china ' +
  'colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini ethiopia fiji finland ' +
  'gabon gambia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland indonesia iran iraq ireland ' +
  'italy jamaica japan kazakhstan kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania ' +
  'luxembourg macedonia madagascar malawi malaysia maldives malta mauritania mauritius mexico moldova monaco mongolia montenegro ' +
  'morocco mozambique myanmar namibia nepal netherlands nicaragua nigeria norway oman pakistan palestine panama paraguay peru ' +
  'philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain yugoslavia czechoslovakia ussr prussia ' +
  'sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan uganda ukraine ' +
  'uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe scotland africa europe asia oceania antarctica ' +
  'american british english scottish welsh irish italian spanish portuguese dutch belgian austrian swedish norwegian ' +
  'danish finnish icelandic polish slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian serbian croatian ' +
  'bosnian slovenian albanian macedonian lithuanian latvian estonian armenian azerbaijani kazakh uzbek chinese japanese ' +
  'korean taiwanese vietnamese thai filipino indonesian malaysian singaporean burmese cambodian indian pakistani bangladeshi nepali ' +
  'afghan iranian iraqi syrian lebanese jordanian palestinian israeli saudi emirati qatari kuwaiti omani yemeni bahraini egyptian libyan ' +
  'tunisian algerian moroccan sudanese ethiopian somali kenyan ugandan tanzanian rwandan nigerian ghanaian senegalese ivorian ' +
  'cameroonian congolese zambian zimbabwean canadian mexican cuban jamaican haitian colombian venezuelan brazilian argentine ' +
  'argentinian chilean peruvian bolivian ecuadorian australian european asian african arab kurdish jewish muslim islamic ' +
  'christian-f catholic protestant anglican hindu buddhist sikh democrat republican democratic soviet catalan tibetan americans russians germans ' +
  'israelis palestinians iraqis iranians ukrainians europeans africans muslims christians jews arabs kurds indians kenyans nigerians';

/** Words of organisations and parties in other languages, as they stand in English texts. */
export const foreignOrganisationWords =
  'zeitung tageblatt tagblatt rundschau anzeiger kurier bote nachrichten allgemeine presse journal courrier gazette dépêche quotidien ' +
  'parti partido partito partei partij partidul partia movimento movimiento mouvement bloc bloque blok unión uniao união unie liga ligue lega front frente ' +
  'fronte alleanza alianza aliança alliance coalición radikale sozialdemokratische christlich demokraten democraten democratici ' +
  'democratica democrática liberale liberalen socialista socialiste socialistes comunista popular populaire nacional nationale nasional ' +
  'banque banco banca bank universidad universidade université università universität instituto institut ministerio ministère ' +
  'fundación fundação fondation stiftung asociación associação federación confederación sindicato corporación compañia compagnie société ' +
  'sociedad gesellschaft verein real atlético atletico deportivo sporting olympique dinamo dynamo lokomotiv spartak stade estadio ' +
  'stadio calle rua rue plaza piazza platz straße place puerto porto playa cerro monte sierra wadi jebel djebel jabal oued lac lago ' +
  'rio isla ilha île côte costa villa ciudad hezb jamaat jabhat harakat ansar lashkar jaish sinn féin plaid cymru forza bharatiya ' +
  'janata sabha dal morcha parishad barisan parti gerakan awami tehreek jama lok rashtriya samajwadi nahdlatul';

/** Firms, newspapers, movements and the like that newspapers name by one word. */
export const knownOrganisations =
  'google facebook twitter instagram whatsapp youtube apple amazon microsoft tesla boeing airbus toyota honda nissan hyundai samsung sony huawei tencent alibaba ' +
  'taobao baidu xiaomi tiktok bytedance uber lyft netflix disney pfizer moderna astrazeneca sinovac novavax reuters ' +
  'breitbart politico axios gallup quinnipiac hezbollah hamas fatah taliban isis daesh likud meretz knesset duma bundestag kremlin ' +
  'pentagon brexit covid coronavirus nasdaq nikkei opec nato unesco unicef interpol europol oxfam greenpeace eskom walmart costco starbucks ' +
  "mcdonald's nestlé nestle siemens volkswagen bmw mercedes renault peugeot fiat ferrari shell chevron exxon exxonmobil gazprom " +
  'rosneft aramco petrobras pemex nvidia intel cisco oracle ibm nokia ericsson paypal ebay spotify airbnb zoom snapchat reddit wikipedia ' +
  'medicare medicaid obamacare thanksgiving ramadan christmas easter hollywood bollywood broadway vatican snopes politifact buzzfeed vox ' +
  'haaretz xinhua interfax tass yonhap kyodo antara bernama renamo frelimo swapo zanu-pf anc unita golkar komeito podemos fidesz syriza ' +
  'ecolo groen fianna fáil gael labour tory tories whig whigs bible quran koran torah god allah jesus-christ internet earth mars moon';

/** The same of several words, and places that begin like a name. Joined to the lists of places. */
export const knownThings =
  'al jazeera|al arabiya|al qaeda|al shabaab|al ahram|boko haram|el nino|el niño|la nina|la niña|gen z|gen x|real madrid|fc barcelona|aston villa|' +
  'crystal palace|wells fargo|goldman sachs|morgan stanley|jp morgan|merrill lynch|deutsche bank|credit suisse|rolls royce|louis vuitton|' +
  'land rover|ford motor|burger king|taco bell|pizza hut|white house|wall street|downing street|capitol hill|air force one|' +
  'camp david|ben gurion|supreme court|hang seng|dow jones|standard chartered|black friday|black lives matter|sinn fein|plaid cymru|forza italia|' +
  'bloc quebecois|fine gael|fianna fail|fidelity investments|charles schwab|johns hopkins|martin luther king day|st petersburg|' +
  "st paul|st louis|saint paul|saint louis|san jose|santa claus|new year|new year's eve|uncle sam|big ben|prince edward island|" +
  'king abdullah|victoria falls|lake victoria|mount everest|ivory coast|cape breton|inter milan|ac milan|le monde|le figaro|la repubblica|el pais|der spiegel|die welt|dail eireann|teachta dala|shiv sena|herri batasuna|vlaams belang|la liga|serie a|la scala|notre dame|las palmas|la paz|tel aviv|costa rica';
