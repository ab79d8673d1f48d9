import { fr } from '../typography.js'

/** `init`: the file that it writes, and what it says. */
export const init = {
  summary: { fr: fr`écrit un cartable.yaml commenté`, en: `write a commented cartable.yaml` },
  fileArgument: { fr: fr`fichier à écrire`, en: `file to write` },
  forceOption: { fr: fr`remplace un fichier existant`, en: `replace an existing file` },
  exists: {
    fr: (path: string) => fr`${path} existe déjà`,
    en: (path: string) => `${path} exists already`,
  },
  existsHint: {
    fr: fr`Donnez un autre nom, ou --force pour le remplacer.`,
    en: `Give another name, or --force to replace it.`,
  },
  next: {
    fr: fr`Remplissez les réseaux et les accès, puis : cartable balayer`,
    en: `Fill in networks and credentials, then: cartable scan`,
  },
  about: {
    fr: fr`Configuration de cartable. Tout est facultatif, sauf ce dont une commande a besoin.`,
    en: `Configuration of cartable. Everything is optional but what a command needs.`,
  },
  board: {
    fr: fr`L'organisme : code à six chiffres entre guillemets, et nom.`,
    en: `The board: six-digit code between quotes, and name.`,
  },
  language: { fr: fr`Langue de l'interface : fr ou en.`, en: `Language of the interface: fr or en.` },
  database: {
    fr: fr`Le fichier de la base, relatif à ce fichier-ci.`,
    en: `The database file, relative to this file.`,
  },
  networks: {
    fr: fr`Les réseaux à balayer et leur immeuble ; le plus long préfixe l'emporte. « packetsPerSecond » ménage le lien d'un immeuble.`,
    en: `Networks to scan and their building; the longest prefix wins. "packetsPerSecond" spares a building's link.`,
  },
  credentials: {
    fr: fr`Les accès SNMP : v3 est essayé d'abord, puis v2c, puis v1, chacun dans cet ordre. Un secret ne s'écrit jamais ici : { vault: nom }, { file: chemin } (mode 0600) ou { env: VARIABLE }.`,
    en: `SNMP credentials: v3 is tried first, then v2c, then v1, each in this order. A secret is never written here: { vault: name }, { file: path } (mode 0600) or { env: VARIABLE }.`,
  },
  scope: {
    fr: fr`« networks » limite où cet accès est envoyé.`,
    en: `"networks" limits where this credential is sent.`,
  },
  vault: {
    fr: fr`Le coffre des secrets (« cartable acces ajouter ») et le fichier qui l'ouvre ; sans « key », sa clé est demandée.`,
    en: `The vault of secrets ("cartable credentials add") and the file that opens it; without "key", its key is asked for.`,
  },
  scan: {
    fr: fr`Le balayage. « exclude » : jamais interrogé. « blackout » : pas de balayage à ces heures, du lundi au vendredi.`,
    en: `The scan. "exclude": never asked. "blackout": no scanning in these hours, Monday to Friday.`,
  },
  wan: {
    fr: fr`Les interfaces qui sortent de leur immeuble, dont « cartable mesurer » mesure le trafic : nommées une à une, ou par leur alias.`,
    en: `The interfaces that lead out of their building, whose traffic "cartable sample" measures: named one by one, or by their alias.`,
  },
  bandwidth: {
    fr: fr`La norme de bande passante, et combien d'utilisateurs compte un élève.`,
    en: `The bandwidth standard, and how many users a pupil counts for.`,
  },
  equipment: { fr: fr`Les règles d'équipement (combo numérique).`, en: `Equipment rules (combo numérique).` },
  publication: {
    fr: fr`Qui publie : ce que « cartable carte --public » écrit pour Données Québec.`,
    en: `Who publishes: what "cartable map --public" writes for Données Québec.`,
  },
  map: {
    fr: fr`La page de la carte ne demande rien au réseau. « tiles » lui donne un fond de tuiles, demandé à leur serveur par le navigateur de chaque lecteur.`,
    en: `The map's page asks nothing of the network. "tiles" gives it a background of tiles, which each reader's browser asks of their server.`,
  },
  import: {
    fr: fr`Ce que sont les colonnes d'un fichier que cartable ne reconnaît pas, par nature de fichier ; « - » la laisse de côté.`,
    en: `What columns of a file are that cartable does not recognise, by kind of file; "-" leaves one aside.`,
  },
} as const
