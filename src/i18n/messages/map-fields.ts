import { fr } from '../typography.js'

/** What each property of the map's layers means, for the data dictionary. `link_` and `territory_` tell a same word apart. */
export const mapFields = {
  building: { fr: fr`Code de l'immeuble, 6 caractères`, en: `Building code, 6 characters` },
  name: { fr: fr`Nom`, en: `Name` },
  municipality: { fr: fr`Municipalité`, en: `Municipality` },
  mrc: { fr: fr`MRC ou territoire équivalent`, en: `MRC (regional county) or equivalent territory` },
  region: { fr: fr`Région administrative`, en: `Administrative region` },
  board: { fr: fr`Code de l'organisme responsable, 6 caractères`, en: `Code of the board, 6 characters` },
  schools: { fr: fr`Codes des écoles de l'immeuble`, en: `Codes of the schools in the building` },
  pupils: {
    fr: fr`Élèves connus dans l'immeuble ; fraction possible quand une école est répartie`,
    en: `Pupils known in the building; may be a fraction when a school is split`,
  },
  school_year: { fr: fr`Année scolaire de l'effectif`, en: `School year of the enrolment` },
  profile: { fr: fr`Norme de débit appliquée`, en: `Bandwidth standard applied` },
  demand_down_bps: { fr: fr`Besoin en descente, bit/s`, en: `Demand down, bit/s` },
  demand_up_bps: {
    fr: fr`Besoin en montée, bit/s ; null si la norme n'en dit rien`,
    en: `Demand up, bit/s; null when the standard has no upload rule`,
  },
  share_down_bps: {
    fr: fr`Débit qui revient à l'immeuble en descente, bit/s, une fois les liens partagés équitablement`,
    en: `Bandwidth due to the building down, bit/s, once links are shared fairly`,
  },
  share_up_bps: { fr: fr`De même en montée, bit/s`, en: `The same up, bit/s` },
  ratio: {
    fr: fr`Reçu ÷ besoin, dans le pire des deux sens`,
    en: `Received ÷ demand, the worse of the two directions`,
  },
  level: { fr: fr`Niveau, voir plus bas`, en: `Level, see below` },
  bps_per_pupil: { fr: fr`Débit reçu par élève, bit/s`, en: `Bandwidth received per pupil, bit/s` },
  path: {
    fr: fr`Liens de l'immeuble jusqu'au point de présence, dans l'ordre`,
    en: `Links from the building to its point of presence, in order`,
  },
  bottleneck: {
    fr: fr`Lien dont la capacité borne le débit reçu`,
    en: `Link whose capacity bounds the bandwidth received`,
  },
  oversubscription: {
    fr: fr`Besoin ÷ capacité au goulot ; sans goulot, le plus haut du chemin`,
    en: `Demand ÷ capacity at the bottleneck; without one, the highest along the path`,
  },
  single_point_of_failure: {
    fr: fr`Vrai quand aucun lien de secours n'existe ; null sur une carte publique`,
    en: `True when there is no backup link; null on a public map`,
  },
  incomplete: {
    fr: fr`Vrai quand l'effectif d'une école manque : le besoin est un minimum`,
    en: `True when a school's enrolment is missing: the demand is a lower bound`,
  },
  estimated: {
    fr: fr`Vrai quand des élèves sont répartis entre immeubles par estimation`,
    en: `True when pupils are split between buildings by estimate`,
  },
  suppressed: {
    fr: fr`Vrai sur une carte publique quand des chiffres sont retenus, et null, car ils donneraient un effectif de moins de 30 élèves`,
    en: `True on a public map when figures are withheld, and null, as they would give away a count of fewer than 30 pupils`,
  },
  school_suppressed: {
    fr: fr`Vrai sur une carte publique quand l'effectif, de moins de 30 élèves, est retenu : pupils est alors null`,
    en: `True on a public map when the number of pupils, fewer than 30, is withheld: pupils is then null`,
  },
  link_suppressed: {
    fr: fr`Vrai sur une carte publique quand le besoin porté est retenu, et null, car il donnerait un effectif de moins de 30 élèves`,
    en: `True on a public map when the demand carried is withheld, and null, as it would give away a count of fewer than 30 pupils`,
  },
  territory_suppressed: {
    fr: fr`Vrai sur une carte publique quand des effectifs de moins de 30 élèves y sont retenus : ni pupils ni level ne les comptent`,
    en: `True on a public map when counts of fewer than 30 pupils are withheld there: neither pupils nor level has them`,
  },
  reasons: {
    fr: fr`Explications : code, et ce dont il s'agit (écoles, liens)`,
    en: `Explanations: code, and what it is about (schools, links)`,
  },
  closing: {
    fr: fr`Liens à élargir pour combler l'écart : lien, bit/s actuels, bit/s voulus`,
    en: `Links to raise to close the gap: link, present bit/s, wanted bit/s`,
  },
  devices_answered: {
    fr: fr`Appareils lus par les derniers balayages ; null si aucun n'a porté sur l'immeuble`,
    en: `Devices read by the last scans; null when none covered the building`,
  },
  devices_failed: { fr: fr`Appareils attendus qui n'ont pas répondu`, en: `Devices expected that did not answer` },
  overridden: {
    fr: fr`Ce qu'une personne a corrigé : name (nom), coordinates (position)`,
    en: `What a person corrected: name, coordinates (position)`,
  },
  target: {
    fr: fr`Équipement visé, toutes catégories, en unités`,
    en: `Equipment due, all categories, in units`,
  },
  in_service: { fr: fr`Équipement en service, toutes catégories`, en: `Equipment in service, all categories` },
  shortfall: { fr: fr`Équipement manquant, toutes catégories`, en: `Equipment missing, all categories` },
  target_category: { fr: (category: string) => fr`Visé : ${category}`, en: (category: string) => `Due: ${category}` },
  in_service_category: {
    fr: (category: string) => fr`En service : ${category}`,
    en: (category: string) => `In service: ${category}`,
  },
  shortfall_category: {
    fr: (category: string) => fr`Manquant : ${category}`,
    en: (category: string) => `Missing: ${category}`,
  },
  measured_use: {
    fr: fr`95e centile mesuré ÷ capacité : le plus haut des liens du chemin ; null si aucun n'est mesuré`,
    en: `Measured 95th percentile ÷ capacity: the highest of the links of the path; null when none is measured`,
  },
  scenario_level: { fr: fr`Niveau dans le scénario comparé`, en: `Level in the compared scenario` },
  scenario_ratio: { fr: fr`Reçu ÷ besoin dans le scénario comparé`, en: `Received ÷ demand in the compared scenario` },
  school: { fr: fr`Code de l'école, 6 caractères`, en: `School code, 6 characters` },
  school_name: { fr: fr`Nom de l'école`, en: `Name of the school` },
  preschool: { fr: fr`L'école peut donner le préscolaire`, en: `The school may teach preschool` },
  primary: { fr: fr`De même, le primaire`, en: `The same, primary` },
  secondary: { fr: fr`De même, le secondaire`, en: `The same, secondary` },
  vocational: { fr: fr`De même, la formation professionnelle`, en: `The same, vocational training` },
  adult: { fr: fr`De même, la formation générale des adultes`, en: `The same, general adult education` },
  school_pupils: {
    fr: fr`Élèves de l'école ; null si aucun effectif n'est connu`,
    en: `Pupils of the school; null when no enrolment is known`,
  },
  buildings: {
    fr: fr`Codes des immeubles de l'école, celui où sont le plus d'élèves d'abord`,
    en: `Codes of the school's buildings, the one with most pupils first`,
  },
  main_building: { fr: fr`Immeuble où est placé le point`, en: `Building where the point is` },
  school_level: {
    fr: fr`Pire niveau connu des immeubles où l'école a des élèves ; unlinked est le pire`,
    en: `Worst known level of the buildings where the school has pupils; unlinked is the worst`,
  },
  school_ratio: {
    fr: fr`Part comblée du besoin : reçu ÷ besoin de ses immeubles, 1 au plus chacun, selon où sont les élèves`,
    en: `Part of the demand that is met: received ÷ demand of its buildings, 1 at most each, by where the pupils are`,
  },
  school_bps_per_pupil: {
    fr: fr`Débit reçu par élève, bit/s, moyenne de ses immeubles selon où sont les élèves`,
    en: `Bandwidth received per pupil, bit/s, mean of its buildings by where the pupils are`,
  },
  school_scenario_level: {
    fr: fr`Pire niveau de ses immeubles dans le scénario comparé`,
    en: `Worst level of its buildings in the compared scenario`,
  },
  school_scenario_ratio: {
    fr: fr`Part comblée du besoin dans le scénario comparé`,
    en: `Part of the demand that is met in the compared scenario`,
  },
  route: {
    fr: fr`imported (tracé du fichier) ou straight (droit d'une extrémité à l'autre)`,
    en: `imported (the file's route) or straight (from end to end)`,
  },
  measured_since: {
    fr: fr`Premier jour compté dans la mesure ; null si le lien n'est pas mesuré`,
    en: `First day that counts in the measure; null when the link is not measured`,
  },
  measured_until: { fr: fr`Dernier jour compté dans la mesure`, en: `Last day that counts in the measure` },
  measured_days: { fr: fr`Jours comptés dans la mesure`, en: `Days that count in the measure` },
  p95_down_bps: {
    fr: fr`95e centile des moyennes de 5 minutes en descente, médiane des derniers jours, bit/s`,
    en: `95th percentile of 5-minute averages down, median of the last days, bit/s`,
  },
  p95_up_bps: { fr: fr`De même en montée, bit/s`, en: `The same up, bit/s` },
  use: {
    fr: fr`95e centile ÷ capacité, dans le pire des deux sens ; null si la capacité est inconnue`,
    en: `95th percentile ÷ capacity, the worse direction; null when the capacity is not known`,
  },
  headroom_bps: {
    fr: fr`Capacité moins 95e centile dans ce sens, bit/s`,
    en: `Capacity less 95th percentile in that direction, bit/s`,
  },
  months_until_full: {
    fr: fr`Mois avant que le 95e centile atteigne la capacité, selon la tendance ; null sans assez de jours ou sans hausse`,
    en: `Months until the 95th percentile reaches the capacity, by the trend; null without enough days or a rise`,
  },
  scenario_load: {
    fr: fr`Besoin ÷ capacité dans le scénario comparé`,
    en: `Demand ÷ capacity in the compared scenario`,
  },
  link_scenario_level: {
    fr: fr`Niveau du lien dans le scénario comparé`,
    en: `Level of the link in the compared scenario`,
  },
  id: { fr: fr`Identifiant`, en: `Identifier` },
  provider: { fr: fr`Fournisseur`, en: `Provider` },
  network: { fr: fr`Réseau`, en: `Network` },
  a: { fr: fr`Extrémité côté école (code d'immeuble)`, en: `End towards the school (building code)` },
  b: {
    fr: fr`Extrémité côté RISQ (code d'immeuble ou de point de présence)`,
    en: `End towards RISQ (building code or POP id)`,
  },
  medium: {
    fr: fr`Support : fibre, microwave, copper, coaxial, satellite, cellular`,
    en: `Medium: fibre, microwave, copper, coaxial, satellite, cellular`,
  },
  capacity_down_bps: { fr: fr`Capacité de b vers a, bit/s`, en: `Capacity from b to a, bit/s` },
  capacity_up_bps: { fr: fr`Capacité de a vers b, bit/s`, en: `Capacity from a to b, bit/s` },
  status: {
    fr: fr`État : proposed, planned, underConstruction, operational, inactive, decommissioned`,
    en: `Status: proposed, planned, underConstruction, operational, inactive, decommissioned`,
  },
  role: { fr: fr`primary (principal) ou backup (secours)`, en: `primary or backup` },
  monthly_cost_cents: { fr: fr`Coût mensuel, en cents canadiens`, en: `Monthly cost, Canadian cents` },
  contract_end: { fr: fr`Fin du contrat, AAAA-MM-JJ`, en: `Contract end, YYYY-MM-DD` },
  link_demand_down_bps: {
    fr: fr`Besoin en descente de tous les immeubles derrière le lien, bit/s`,
    en: `Demand down of all buildings behind the link, bit/s`,
  },
  link_demand_up_bps: { fr: fr`De même en montée, bit/s`, en: `The same up, bit/s` },
  load: { fr: fr`Besoin ÷ capacité, dans le pire des deux sens`, en: `Demand ÷ capacity, the worse direction` },
  territory_pupils: { fr: fr`Élèves connus de l'organisme`, en: `Pupils known in the board` },
  territory_level: {
    fr: fr`Niveau de la part comblée du besoin de tous ses immeubles`,
    en: `Level of the part of all its buildings' demand that is met`,
  },
  language: {
    fr: fr`Réseau linguistique : Franco, Anglo ou Statut (particulier)`,
    en: `Language network: Franco, Anglo or Statut (special status)`,
  },
  kind: { fr: fr`pop, data-centre ou ixp`, en: `pop, data-centre or ixp` },
} as const
