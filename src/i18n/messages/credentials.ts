import { accord, agree, fr } from '../typography.js'

/** `credentials`: the secrets of the vault, and whether devices answer them. */
export const credentials = {
  summary: {
    fr: fr`garde les secrets des accès SNMP dans un coffre chiffré, et les essaie`,
    en: `keep the secrets of SNMP credentials in an encrypted vault, and try them`,
  },
  addSummary: {
    fr: fr`met un secret au coffre, et crée le coffre au besoin`,
    en: `put a secret in the vault, which is made if needed`,
  },
  listSummary: {
    fr: fr`énumère les secrets du coffre, sans leurs valeurs`,
    en: `list the vault's secrets, without their values`,
  },
  testSummary: {
    fr: fr`essaie chaque accès de la configuration, l'un après l'autre`,
    en: `try each credential of the configuration, one after the other`,
  },
  removeSummary: { fr: fr`retire un secret du coffre`, en: `take a secret out of the vault` },
  rotateSummary: {
    fr: fr`donne une autre valeur à un secret, ou une autre clé au coffre`,
    en: `give a secret another value, or the vault another key`,
  },
  nameArgument: {
    fr: fr`nom du secret (pas le secret, qui est demandé)`,
    en: `name of the secret (not the secret, which is asked for)`,
  },
  addressArgument: {
    fr: fr`appareil à interroger ; sans adresse, rien n'est envoyé et l'on voit si les secrets se lisent`,
    en: `device to ask; without an address nothing is sent, and it is seen whether the secrets can be read`,
  },
  networksOption: {
    fr: fr`réseaux (CIDR, séparés par des virgules) hors desquels ce secret n'est jamais envoyé`,
    en: `networks (CIDR, separated by commas) outside which this secret is never sent`,
  },
  newNetworksOption: {
    fr: fr`remplace aussi les réseaux hors desquels ce secret n'est jamais envoyé`,
    en: `also replace the networks outside which this secret is never sent`,
  },
  forceOption: {
    fr: fr`même si la configuration s'en sert encore`,
    en: `even if the configuration still uses it`,
  },
  dryRunOption: {
    fr: fr`dit ce qui serait fait, sans rien écrire`,
    en: `say what would be done, without writing anything`,
  },
  keyOption: {
    fr: fr`donne une autre clé au coffre, comme la précédente : fichier ou saisie`,
    en: `give the vault another key, as the one before: a file or typed`,
  },
  keyFileOption: {
    fr: fr`la nouvelle clé du coffre est dans ce fichier, créé au besoin`,
    en: `the vault's new key is in this file, made if needed`,
  },
  keyPromptOption: { fr: fr`la nouvelle clé du coffre est tapée`, en: `the vault's new key is typed` },
  nameOrKey: {
    fr: fr`Donnez le nom d'un secret, ou bien --key, --key-file ou --key-prompt pour la clé du coffre`,
    en: `Give a secret's name, or else --key, --key-file or --key-prompt for the vault's key`,
  },
  nameOrKeyHint: {
    fr: fr`Par exemple « cartable acces renouveler lecture » ou « cartable acces renouveler --key ».`,
    en: `For instance "cartable credentials rotate lecture" or "cartable credentials rotate --key".`,
  },
  oneWay: {
    fr: fr`--key-file et --key-prompt s'excluent : la clé est dans un fichier ou tapée`,
    en: `--key-file and --key-prompt exclude each other: the key is in a file or typed`,
  },
  askKey: { fr: fr`Clé du coffre : `, en: `Key of the vault: ` },
  askNewKey: { fr: fr`Nouvelle clé du coffre (rien ne s'affiche) : `, en: `New key of the vault (nothing is shown): ` },
  askNewKeyAgain: { fr: fr`La même clé encore une fois : `, en: `The same key once more: ` },
  askSecret: {
    fr: (name: string) => fr`Secret « ${name} » (rien ne s'affiche) : `,
    en: (name: string) => `Secret "${name}" (nothing is shown): `,
  },
  askSecretAgain: { fr: fr`Le même secret encore une fois : `, en: `The same secret once more: ` },
  nothingTyped: { fr: fr`Rien n'a été tapé`, en: `Nothing was typed` },
  nothingTypedHint: {
    fr: fr`Rien n'a été écrit ; relancez la commande.`,
    en: `Nothing was written; run the command again.`,
  },
  different: { fr: fr`Les deux saisies diffèrent`, en: `The two differ` },
  differentHint: {
    fr: fr`Rien n'a été écrit ; relancez la commande.`,
    en: `Nothing was written; run the command again.`,
  },
  nothingPiped: {
    fr: fr`Aucun secret n'est venu de l'entrée standard, et il n'y a pas de terminal où le demander`,
    en: `No secret came from standard input, and there is no terminal to ask for it`,
  },
  nothingPipedHint: {
    fr: fr`Lancez la commande dans un terminal, ou donnez-lui le secret par un tube : « cartable acces ajouter lecture < fichier ».`,
    en: `Run the command in a terminal, or give it the secret through a pipe: "cartable credentials add lecture < file".`,
  },
  cannotAsk: {
    fr: fr`La question ne peut pas s'afficher : la sortie d'erreur n'est pas un terminal`,
    en: `The question cannot be shown: standard error is not a terminal`,
  },
  severalLines: {
    fr: fr`Ce qui est venu de l'entrée standard n'est pas une seule ligne de texte`,
    en: `What came from standard input is not a single line of text`,
  },
  severalLinesHint: { fr: fr`Donnez le secret seul, sur une ligne.`, en: `Give the secret alone, on one line.` },
  shortForV3: {
    fr: (least: number) =>
      fr`Ce secret compte moins de ${least} caractères : il peut être une communauté, mais pas une clé SNMPv3.`,
    en: (least: number) =>
      `This secret has fewer than ${least} characters: it can be a community, but not an SNMPv3 key.`,
  },
  made: { fr: (path: string) => fr`Coffre créé : ${path}`, en: (path: string) => `Vault made: ${path}` },
  madeKey: {
    fr: (path: string) =>
      fr`Clé du coffre créée au hasard : ${path}. Gardez-en une copie ailleurs qu'avec le coffre : sans elle, personne ne peut le lire.`,
    en: (path: string) =>
      `Random key of the vault made: ${path}. Keep a copy of it elsewhere than with the vault: without it nobody can read it.`,
  },
  typedKey: {
    fr: fr`Ce coffre s'ouvre par une clé tapée : un balayage de nuit, que personne ne surveille, ne pourra pas l'ouvrir. Pour une clé en fichier : « cartable acces renouveler --key-file ./acces.cle ».`,
    en: `This vault opens with a typed key: a nightly scan, with nobody there, cannot open it. For a key in a file: "cartable credentials rotate --key-file ./acces.cle".`,
  },
  added: {
    fr: (name: string, path: string) => fr`Secret « ${name} » mis au coffre ${path}`,
    en: (name: string, path: string) => `Secret "${name}" put in the vault ${path}`,
  },
  wouldAdd: {
    fr: (name: string, path: string, exists: boolean) =>
      fr`Le secret « ${name} » serait demandé, puis mis au coffre ${path}${exists ? '' : ', qui serait créé'}. Rien n'a été écrit.`,
    en: (name: string, path: string, exists: boolean) =>
      `The secret "${name}" would be asked for, then put in the vault ${path}${exists ? '' : ', which would be made'}. Nothing was written.`,
  },
  removed: {
    fr: (name: string, path: string) => fr`Secret « ${name} » retiré du coffre ${path}`,
    en: (name: string, path: string) => `Secret "${name}" taken out of the vault ${path}`,
  },
  wouldRemove: {
    fr: (name: string, path: string) => fr`Le secret « ${name} » serait retiré du coffre ${path}. Rien n'a été écrit.`,
    en: (name: string, path: string) =>
      `The secret "${name}" would be taken out of the vault ${path}. Nothing was written.`,
  },
  rotated: {
    fr: (name: string, path: string) => fr`Le secret « ${name} » du coffre ${path} a une nouvelle valeur`,
    en: (name: string, path: string) => `The secret "${name}" of the vault ${path} has a new value`,
  },
  wouldRotate: {
    fr: (name: string, path: string) =>
      fr`Une nouvelle valeur du secret « ${name} » serait demandée, puis mise au coffre ${path}. Rien n'a été écrit.`,
    en: (name: string, path: string) =>
      `A new value of the secret "${name}" would be asked for, then put in the vault ${path}. Nothing was written.`,
  },
  rotatedKey: {
    fr: (path: string) => fr`Le coffre ${path} a une nouvelle clé. Ses copies d'avant ne s'ouvrent qu'avec l'ancienne.`,
    en: (path: string) => `The vault ${path} has a new key. Its earlier copies open with the old one only.`,
  },
  wouldRotateKey: {
    fr: (path: string, count: string) =>
      fr`Le coffre ${path} (${count} ${accord(count, 'secret', 'secrets')}) serait récrit sous une nouvelle clé. Rien n'a été écrit.`,
    en: (path: string, count: string) =>
      `The vault ${path} (${count} ${agree(count, 'secret', 'secrets')}) would be rewritten under a new key. Nothing was written.`,
  },
  keyMoved: {
    fr: fr`À mettre dans cartable.yaml à la place de « vault » (et CARTABLE_VAULT_KEY_FILE, si elle sert, est à changer aussi) :`,
    en: `To put in cartable.yaml in the place of "vault" (and CARTABLE_VAULT_KEY_FILE, where it is used, has to follow):`,
  },
  oldKeyFile: {
    fr: (path: string) =>
      fr`L'ancienne clé est encore dans ${path} : elle ouvre les copies d'avant, et tout autre coffre qui l'avait. Effacez-la quand plus rien n'en a besoin.`,
    en: (path: string) =>
      `The old key is still in ${path}: it opens the earlier copies, and any other vault that had it. Delete it once nothing needs it.`,
  },
  everywhere: { fr: 'partout', en: 'everywhere' },
  unused: { fr: 'aucun', en: 'none' },
  missing: {
    fr: (name: string) =>
      fr`La configuration demande au coffre un secret « ${name} » qu'il n'a pas : « cartable acces ajouter ${name} ».`,
    en: (name: string) =>
      `The configuration asks the vault for a secret "${name}" that it does not have: "cartable credentials add ${name}".`,
  },
  badAddress: {
    fr: (text: string) => fr`« ${text} » n'est pas une adresse`,
    en: (text: string) => `"${text}" is not an address`,
  },
  badAddressHint: {
    fr: fr`Donnez une adresse IPv4 ou IPv6, par exemple 10.20.0.5.`,
    en: `Give an IPv4 or IPv6 address, for instance 10.20.0.5.`,
  },
  works: {
    fr: (credential: string, name: string) =>
      fr`${credential} : fonctionne${name === '' ? '' : fr` ; ${name} a répondu`}`,
    en: (credential: string, name: string) => `${credential}: works${name === '' ? '' : `; ${name} answered`}`,
  },
  ready: {
    fr: (credential: string) => fr`${credential} : ses secrets se lisent (aucun appareil n'a été interrogé)`,
    en: (credential: string) => `${credential}: its secrets can be read (no device was asked)`,
  },
  outOfScope: {
    fr: (credential: string, networks: string) =>
      fr`${credential} : hors de portée, rien n'a été envoyé (permis : ${networks === '' ? 'nulle part' : networks})`,
    en: (credential: string, networks: string) =>
      `${credential}: out of scope, nothing was sent (allowed: ${networks === '' ? 'nowhere' : networks})`,
  },
  trial: {
    fr: (credential: string, what: string) => fr`${credential} : ${what}`,
    en: (credential: string, what: string) => `${credential}: ${what}`,
  },
  silentCommunity: {
    fr: fr`aucune réponse : mauvaise communauté, adresse libre, appareil éteint ou filtré (SNMP v1 et v2c ne disent rien d'une communauté refusée)`,
    en: `no answer: wrong community, free address, device off or filtered (SNMP v1 and v2c say nothing of a refused community)`,
  },
} as const
