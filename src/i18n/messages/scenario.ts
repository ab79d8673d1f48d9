import { accord, fr } from '../typography.js'

/** Scenarios: what can be wrong in their files, and what the comparison with what is says. */
export const scenario = {
  option: {
    fr: fr`fichier d'un scénario : liens prévus, écoles ouvertes ou fermées, autre effectif`,
    en: `file of a scenario: planned links, schools opened or closed, another enrolment`,
  },
  compareYearOption: {
    fr: fr`compare avec l'effectif de cette année scolaire`,
    en: `compare with the enrolment of this school year`,
  },
  unknownKey: { fr: fr`clé inconnue`, en: `unknown key` },
  shapeHint: {
    fr: fr`Corrigez le scénario ; rien n'a été calculé. Les clés : name, year, growth, pupils, inServiceOn, planned, links, closed, opened.`,
    en: `Mend the scenario; nothing was computed. Its keys: name, year, growth, pupils, inServiceOn, planned, links, closed, opened.`,
  },
  idText: {
    fr: fr`un identifiant est un texte ; s'il n'a que des chiffres, mettez-le entre guillemets droits`,
    en: `an id is a text; when it has digits alone, put it between straight quotes`,
  },
  badDay: { fr: fr`un jour s'écrit 2027-09-01`, en: `a day is written 2027-09-01` },
  badYear: { fr: fr`une année scolaire s'écrit "2027-2028"`, en: `a school year is written "2027-2028"` },
  badPlanned: {
    fr: fr`« true » pour tous les liens planifiés ou en construction, ou une liste : des identifiants, ou { link: identifiant, on: 2027-09-01 }`,
    en: `"true" for all links that are planned or under construction, or a list: ids, or { link: id, on: 2027-09-01 }`,
  },
  badCoordinates: {
    fr: fr`[longitude, latitude] en degrés, au Québec ; par exemple [-67.53, 48.45]`,
    en: `[longitude, latitude] in degrees, in Québec; for instance [-67.53, 48.45]`,
  },
  badBuilding: {
    fr: fr`le code d'un immeuble connu, entre guillemets droits, ou un nouvel immeuble : { code, coordinates: [longitude, latitude], name }`,
    en: `the code of a known building, between straight quotes, or a new building: { code, coordinates: [longitude, latitude], name }`,
  },
  noDates: {
    fr: fr`les fichiers importés ne disent pas quand un lien entre en service ; dites-le dans « planned » : { link: identifiant, on: jour }`,
    en: `imported files do not tell when a link comes into service; tell it in "planned": { link: id, on: day }`,
  },
  unknownSchool: {
    fr: (code: string) => fr`l'école « ${code} » n'est pas connue`,
    en: (code: string) => `the school "${code}" is not known`,
  },
  unknownSchoolHint: {
    fr: fr`« cartable lister schools » donne les codes des écoles ; une école nouvelle se met dans « opened ».`,
    en: `"cartable list schools" gives the codes of schools; a new school goes into "opened".`,
  },
  unknownLink: {
    fr: (id: string) => fr`le lien « ${id} » n'est pas connu`,
    en: (id: string) => `the link "${id}" is not known`,
  },
  unknownLinkHint: {
    fr: fr`« cartable lister wan-links » donne les identifiants des liens ; un lien nouveau se met dans « links ».`,
    en: `"cartable list wan-links" gives the ids of links; a new link goes into "links".`,
  },
  newLinkHint: {
    fr: fr`Un lien nouveau donne ses bouts (« a » vers l'école, « b » vers le RISQ) et « capacityMbps » ; « cartable lister wan-links » donne les identifiants de ceux qui sont connus.`,
    en: `A new link gives its ends ("a" towards the school, "b" towards RISQ) and "capacityMbps"; "cartable list wan-links" gives the ids of those that are known.`,
  },
  unknownEnd: {
    fr: (code: string) => fr`ni immeuble ni point de présence ne porte le code « ${code} »`,
    en: (code: string) => `no building and no POP has the code "${code}"`,
  },
  unknownEndHint: {
    fr: fr`« cartable lister buildings » et « cartable lister pops » donnent les codes.`,
    en: `"cartable list buildings" and "cartable list pops" give the codes.`,
  },
  mendHint: {
    fr: fr`Corrigez le scénario ; rien n'a été calculé.`,
    en: `Mend the scenario; nothing was computed.`,
  },
  linkToItself: { fr: fr`un lien ne mène pas à son propre bout`, en: `a link does not lead to its own end` },
  toClosed: {
    fr: (code: string) => fr`l'école « ${code} » ferme aussi : elle ne reçoit personne`,
    en: (code: string) => `the school "${code}" closes too: it takes nobody in`,
  },
  schoolExists: {
    fr: (code: string) => fr`l'école « ${code} » existe déjà ; changez son effectif dans « pupils »`,
    en: (code: string) => `the school "${code}" exists already; change its pupils in "pupils"`,
  },
  unknownBoard: {
    fr: (code: string) => fr`l'organisme « ${code} » n'est pas connu`,
    en: (code: string) => `the board "${code}" is not known`,
  },
  boardHint: {
    fr: fr`« cartable lister boards » donne les codes des organismes.`,
    en: `"cartable list boards" gives the codes of boards.`,
  },
  unknownBuilding: {
    fr: (code: string) => fr`l'immeuble « ${code} » n'est pas connu`,
    en: (code: string) => `the building "${code}" is not known`,
  },
  buildingHint: {
    fr: fr`« cartable lister buildings » donne les codes ; un immeuble nouveau s'écrit { code, coordinates: [longitude, latitude], name }.`,
    en: `"cartable list buildings" gives the codes; a new building is written { code, coordinates: [longitude, latitude], name }.`,
  },
  buildingExists: {
    fr: (code: string) => fr`l'immeuble « ${code} » existe déjà ; donnez son code seul`,
    en: (code: string) => `the building "${code}" exists already; give its code alone`,
  },
  twice: {
    fr: (code: string) => fr`« ${code} » est donné deux fois ; gardez une seule ligne`,
    en: (code: string) => `"${code}" is given twice; keep one line`,
  },
  unknownPupils: {
    fr: (school: string, year: string) =>
      fr`l'effectif de ${school} en ${year} n'est pas connu : on ne peut y ajouter des élèves, ni les ajouter ailleurs`,
    en: (school: string, year: string) =>
      `the enrolment of ${school} in ${year} is not known: no pupils can be added to it, nor it to others`,
  },
  unknownPupilsHint: {
    fr: fr`Donnez-le dans « pupils », par exemple pupils: { "711001": 240 }.`,
    en: `Give it in "pupils", for instance pupils: { "711001": 240 }.`,
  },
  title: {
    fr: (name: string, year: string) => fr`Après : scénario « ${name} », année scolaire ${year}`,
    en: (name: string, year: string) => `After: scenario "${name}", school year ${year}`,
  },
  roadmapTitle: {
    fr: (name: string) => fr`Si le scénario « ${name} » se réalise :`,
    en: (name: string) => `If the scenario "${name}" comes true:`,
  },
  yearTitle: {
    fr: (year: string) => fr`Après : année scolaire ${year}`,
    en: (year: string) => `After: school year ${year}`,
  },
  nothing: {
    fr: fr`Aucun immeuble n'en est changé.`,
    en: `No building is changed by it.`,
  },
  count: {
    fr: (kind: string, buildings: string, pupils: string) => fr`${kind} : ${buildings} (élèves connus : ${pupils})`,
    en: (kind: string, buildings: string, pupils: string) => `${kind}: ${buildings} (known pupils: ${pupils})`,
  },
  'count-better': { fr: fr`Immeubles qui y gagnent`, en: `Buildings that gain` },
  'count-worse': { fr: fr`Immeubles qui y perdent`, en: `Buildings that lose` },
  'count-opens': { fr: fr`Immeubles qui s'ouvrent`, en: `Buildings that open` },
  'count-empties': { fr: fr`Immeubles qui se vident`, en: `Buildings that empty` },
  'count-differs': { fr: fr`Immeubles changés autrement`, en: `Buildings that change otherwise` },
  total: {
    fr: (what: string, ok: string, buildings: string, pupilsOk: string, pupils: string, percent: string) =>
      fr`${what} : ${ok} ${accord(ok, 'immeuble', 'immeubles')} sur ${buildings} et ${pupilsOk} ${accord(pupilsOk, 'élève connu', 'élèves connus')} sur ${pupils} (${percent}) ont ce que la norme demande`,
    en: (what: string, ok: string, buildings: string, pupilsOk: string, pupils: string, percent: string) =>
      `${what}: ${ok} of ${buildings} buildings and ${pupilsOk} of ${pupils} known pupils (${percent}) have what the standard asks for`,
  },
  before: { fr: fr`Avant`, en: `Before` },
  after: { fr: fr`Après`, en: `After` },
  oneStandard: {
    fr: fr`Un scénario et --compare-year se comparent par une seule norme à la fois`,
    en: `A scenario and --compare-year are compared by one standard at a time`,
  },
  oneStandardHint: {
    fr: fr`Donnez une seule norme à --profile.`,
    en: `Give --profile one standard.`,
  },
  oneComparison: {
    fr: fr`--scenario et --compare-year ne vont pas ensemble`,
    en: `--scenario and --compare-year do not go together`,
  },
  oneComparisonHint: {
    fr: fr`Une autre année s'écrit aussi dans le scénario (« year »).`,
    en: `Another year is also written in the scenario ("year").`,
  },
} as const
