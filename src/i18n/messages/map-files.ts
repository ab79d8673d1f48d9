import { fr } from '../typography.js'

/** What the map's files say of themselves (GeoPackage, KML, pictures), beside their data. */
export const mapFiles = {
  title: { fr: fr`Réseau et équipement des écoles`, en: `School networks and equipment` },
  description: {
    fr: (profile: string, year: string) =>
      fr`Débit que reçoivent les immeubles scolaires par rapport au besoin de leurs élèves. Norme : ${profile}. Année scolaire : ${year}.`,
    en: (profile: string, year: string) =>
      `Bandwidth that school buildings receive against what their pupils need. Standard: ${profile}. School year: ${year}.`,
  },
  source: {
    fr: fr`Écoles, immeubles et territoires : ministère de l'Éducation du Québec, Données Québec (CC BY 4.0), et fichiers importés. Liens, effectif et équipement : fichiers importés. Calculs : cartable.`,
    en: `Schools, buildings and territories: Québec's ministère de l'Éducation, Données Québec (CC BY 4.0), and imported files. Links, enrolment and equipment: imported files. Derived by cartable.`,
  },
  licence: {
    fr: fr`Ce qui vient de Données Québec est sous licence CC BY 4.0; le reste suit les conditions des fichiers importés.`,
    en: `What comes from Données Québec is under CC BY 4.0; the rest follows the terms of the imported files.`,
  },
  projection: { fr: fr`Projection : Lambert du Québec (EPSG:32198)`, en: `Projection: Québec Lambert (EPSG:32198)` },
  unlocated: {
    fr: (count: string) => fr`Sans coordonnées, non dessinés : ${count}`,
    en: (count: string) => `Without coordinates, not drawn: ${count}`,
  },
  pupils: {
    fr: (count: string) => fr`${count} élèves`,
    en: (count: string) => `${count} pupils`,
  },
  buildings: { fr: fr`Immeubles`, en: `Buildings` },
  buildingsAbout: {
    fr: fr`Immeubles scolaires : besoin, débit reçu, niveau, équipement`,
    en: `School buildings: demand, bandwidth received, level, equipment`,
  },
  schools: { fr: fr`Écoles`, en: `Schools` },
  schoolsAbout: {
    fr: fr`Écoles, chacune à l'immeuble où sont le plus de ses élèves`,
    en: `Schools, each at the building where most of its pupils are`,
  },
  wanLinks: { fr: fr`Liens`, en: `Links` },
  wanLinksAbout: {
    fr: fr`Liens étendus : capacité, charge, usage mesuré`,
    en: `Wide-area links: capacity, load, measured use`,
  },
  territories: { fr: fr`Territoires`, en: `Territories` },
  territoriesAbout: {
    fr: fr`Territoires des organismes; ceux de langues différentes se recouvrent`,
    en: `Territories of boards; those of different languages overlap`,
  },
  pops: { fr: fr`Points de présence`, en: `Points of presence` },
  popsAbout: {
    fr: fr`Points de présence, centres de données et points d'échange`,
    en: `Points of presence, data centres and exchanges`,
  },
} as const
