import type { Titles } from './title.ts';

/** English titles, roles and pronouns. */
export const titlesEn: Titles = {
  femaleHonorifics:
    'mrs ms miss mme madam madame lady dame queen princess empress duchess countess baroness sister señora senora sra',
  maleHonorifics:
    'mr messrs sir lord king prince emperor duke count earl baron sheikh shaikh sultan emir father brother señor senor sr rev pope ayatollah imam',
  honorifics:
    'dr prof sen sens rep reps gov govs gen lt col sgt cpl capt maj adm cmdr pres pvt hon atty supt det insp cllr amb sec ' +
    'brig rabbi mullah hh he hrh pastor alhaji chief justice president-elect rtd mx fr mp',
  roles:
    'president president-elect senator representative congressperson governor lieutenant secretary undersecretary minister premier chancellor ' +
    'prime-minister mayor speaker judge justice magistrate chair chairperson co-chair co-chairman director co-director executive ceo cfo coo cto founder co-founder ' +
    'owner manager professor lecturer teacher principal dean provost rector scholar fellow researcher scientist economist historian ' +
    'analyst strategist pollster consultant adviser advisor aide assistant counsel counselor attorney lawyer prosecutor solicitor ' +
    'barrister spokesperson envoy ambassador diplomat delegate commissioner councillor councilor councilmember ' +
    'lawmaker legislator politician candidate nominee incumbent challenger contender leader whip treasurer clerk coroner sheriff ' +
    'deputy officer detective inspector superintendent constable sergeant captain colonel general major admiral commander ' +
    'marshal soldier veteran activist campaigner organizer organiser advocate expert specialist author writer novelist poet ' +
    'journalist reporter correspondent editor columnist commentator anchor host presenter broadcaster blogger critic photographer ' +
    'artist painter singer musician rapper composer producer filmmaker comedian star player coach striker midfielder defender ' +
    'goalkeeper quarterback footballer athlete trainer referee doctor physician surgeon nurse psychologist psychiatrist ' +
    'epidemiologist virologist biologist chemist physicist astronomer engineer architect designer developer entrepreneur ' +
    'billionaire millionaire tycoon magnate mogul investor banker trader broker publisher farmer driver pilot student ' +
    'bishop archbishop cardinal pope priest vicar rabbi imam cleric monk missionary chaplain pastor minister ' +
    'democrat republican conservative liberal libertarian independent socialist suspect defendant plaintiff victim witness ' +
    'resident neighbor neighbour friend colleague partner spouse parent cousin survivor winner champion volunteer member ' +
    'vice-president vice-chancellor attorney-general secretary-general director-general governor-general head official ' +
    'chief boss representative negotiator mediator administrator superintendent regulator retiree dictator strongman ' +
    'whistleblower contractor operative surrogate moderator frontrunner front-runner newcomer native',
  femaleRoles:
    'congresswoman chairwoman spokeswoman councilwoman assemblywoman businesswoman policewoman actress waitress heiress hostess ' +
    'wife widow mother daughter sister aunt niece grandmother granddaughter girlfriend ex-wife stepmother mom mum bride ' +
    'woman girl lady queen princess duchess congressperson-f nun first-lady alderwoman saleswoman anchorwoman',
  maleRoles:
    'congressman chairman vice-chairman spokesman councilman assemblyman businessman policeman actor waiter heir fireman ' +
    'husband widower father son brother uncle nephew grandfather grandson boyfriend ex-husband stepfather dad ' +
    'man boy king prince duke pope alderman salesman anchorman statesman cameraman fisherman gunman',
  modifiers:
    'prime vice deputy former then ex first second acting interim incoming outgoing late chief senior junior foreign special assistant ' +
    'associate executive managing general attorney lieutenant press national federal state district presidential vice-presidential ' +
    'republican democratic conservative labour supreme defense defence finance interior health education trade ' +
    'treasury home top longtime veteran newly elected current co-founder private legal political campaign communications ' +
    'house senate minority majority staff white opposition party right-wing left-wing freshman fellow',
  links: 'of for at in to on',
  femalePronouns: 'she her hers herself',
  malePronouns: 'he him his himself',
  pointers: 'the this that',
  relatives: 'who whose whom',
  groups:
    'administration campaign team camp family supporters voters foundation organization organisation transition presidency ' +
    'government allies staff aides officials era rally rallies fans brand tower towers university doctrine plan law act ' +
    'cabinet surrogates backers loyalists people delegates couple brothers sisters siblings',
};
