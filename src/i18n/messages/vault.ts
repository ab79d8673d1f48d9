import { fr } from '../typography.js'

/** The vault: why it does not open, and what its secrets are refused for. */
export const vault = {
  absent: {
    fr: (path: string) => fr`Il n'y a pas de coffre à ${path}`,
    en: (path: string) => `There is no vault at ${path}`,
  },
  absentHint: {
    fr: fr`« cartable acces ajouter <nom> » en crée un avec son premier secret ; vérifiez aussi « vault » dans cartable.yaml.`,
    en: `"cartable credentials add <name>" makes one with its first secret; also check "vault" in cartable.yaml.`,
  },
  openToOthers: {
    fr: (path: string) => fr`Le coffre ${path} est lisible par d'autres que son propriétaire : refusé`,
    en: (path: string) => `The vault ${path} can be read by others than its owner: refused`,
  },
  openToOthersHint: {
    fr: (path: string) =>
      fr`Faites « chmod 600 ${path} » ; si quelqu'un a pu le copier, changez aussi sa clé (« cartable acces renouveler --key ») et les secrets qu'il contient.`,
    en: (path: string) =>
      `Run "chmod 600 ${path}"; if somebody may have copied it, also change its key ("cartable credentials rotate --key") and the secrets in it.`,
  },
  'not-a-vault': {
    fr: (path: string) => fr`Le fichier ${path} n'est pas un coffre de cartable`,
    en: (path: string) => `The file ${path} is not a vault of cartable`,
  },
  'not-a-vault-hint': {
    fr: fr`Vérifiez « vault » dans cartable.yaml ; le fichier n'a pas été touché.`,
    en: `Check "vault" in cartable.yaml; the file was not touched.`,
  },
  'unknown-format': {
    fr: (path: string) =>
      fr`Le coffre ${path} se dit d'un format que cette version ne connaît pas : il vient d'une version plus récente, ou il est altéré`,
    en: (path: string) =>
      `The vault ${path} says it has a format that this version does not know: a later version wrote it, or it was altered`,
  },
  'unknown-format-hint': {
    fr: fr`Mettez cartable à jour ; sinon reprenez une copie du coffre.`,
    en: `Update cartable; else take a copy of the vault back.`,
  },
  truncated: {
    fr: (path: string) => fr`Le coffre ${path} est plus court qu'il ne le dit lui-même : il est tronqué ou altéré`,
    en: (path: string) => `The vault ${path} is shorter than it says itself: it is truncated or altered`,
  },
  'truncated-hint': {
    fr: fr`Reprenez une copie du coffre ; sans copie, mettez ce fichier de côté et ajoutez les secrets de nouveau.`,
    en: `Take a copy of the vault back; without one, put this file aside and add the secrets again.`,
  },
  'bad-header': {
    fr: (path: string) => fr`Le coffre ${path} a un en-tête que cartable n'écrit jamais : il est altéré`,
    en: (path: string) => `The vault ${path} has a header that cartable never writes: it was altered`,
  },
  'bad-header-hint': {
    fr: fr`Reprenez une copie du coffre ; rien n'en a été lu.`,
    en: `Take a copy of the vault back; nothing of it was read.`,
  },
  'wrong-key-or-altered': {
    fr: (path: string, keyFile: string | null) =>
      fr`Le coffre ${path} ne s'ouvre pas : ${keyFile === null ? 'la clé tapée' : fr`la clé de ${keyFile}`} n'est pas la sienne, ou il est altéré (rien ne permet de distinguer les deux)`,
    en: (path: string, keyFile: string | null) =>
      `The vault ${path} does not open: ${keyFile === null ? 'the key typed' : `the key of ${keyFile}`} is not its own, or it was altered (nothing can tell these two apart)`,
  },
  'wrong-key-or-altered-hint': {
    fr: fr`Essayez d'abord une autre clé ; si vous êtes sûr de celle-ci, reprenez une copie du coffre.`,
    en: `Try another key first; if you are sure of this one, take a copy of the vault back.`,
  },
  'changed-meanwhile': {
    fr: (path: string) => fr`Le coffre ${path} a changé de clé, ou a été altéré, pendant cette commande`,
    en: (path: string) => `The vault ${path} got another key, or was altered, during this command`,
  },
  'changed-meanwhile-hint': {
    fr: fr`Rien n'a été écrit ; relancez la commande.`,
    en: `Nothing was written; run the command again.`,
  },
  held: {
    fr: (path: string) => fr`Une autre commande change le coffre ${path} depuis plus de 30 secondes`,
    en: (path: string) => `Another command has been changing the vault ${path} for more than 30 seconds`,
  },
  heldHint: {
    fr: (lock: string) =>
      fr`Rien n'a été écrit. Attendez qu'elle finisse ; s'il n'y en a aucune, retirez ${lock} puis relancez la commande.`,
    en: (lock: string) =>
      `Nothing was written. Wait until it ends; if there is none, remove ${lock} and run the command again.`,
  },
  notUtf8: {
    fr: fr`Ce secret n'est pas du texte UTF-8 valide : gardé ainsi, il serait altéré`,
    en: `This secret is not valid UTF-8 text: kept so, it would be altered`,
  },
  notUtf8Hint: {
    fr: fr`Rien n'a été écrit. Réglez le terminal sur UTF-8 (locale), ou convertissez le fichier : « iconv -f latin1 -t utf-8 ».`,
    en: `Nothing was written. Set the terminal to UTF-8 (locale), or convert the file: "iconv -f latin1 -t utf-8".`,
  },
  keyUnasked: {
    fr: (path: string) =>
      fr`La clé du coffre ${path} ne peut pas être demandée : il n'y a pas de terminal, et aucun fichier de clé n'est donné`,
    en: (path: string) =>
      `The key of the vault ${path} cannot be asked for: there is no terminal, and no key file is given`,
  },
  keyUnaskedHint: {
    fr: fr`Donnez un fichier de clé (mode 0600) : vault: { key: { file: ./acces.cle } } dans cartable.yaml, ou la variable CARTABLE_VAULT_KEY_FILE.`,
    en: `Give a key file (mode 0600): vault: { key: { file: ./acces.cle } } in cartable.yaml, or the variable CARTABLE_VAULT_KEY_FILE.`,
  },
  keyOpen: {
    fr: (path: string) => fr`Le fichier de clé ${path} est lisible par d'autres que son propriétaire : refusé`,
    en: (path: string) => `The key file ${path} can be read by others than its owner: refused`,
  },
  keyOpenHint: {
    fr: (path: string) =>
      fr`Faites « chmod 600 ${path} », puis changez la clé si elle a pu être lue (« cartable acces renouveler --key »).`,
    en: (path: string) =>
      `Run "chmod 600 ${path}", then change the key if it may have been read ("cartable credentials rotate --key").`,
  },
  keyAbsent: {
    fr: (path: string) => fr`Le fichier de clé ${path} est absent ou vide : le coffre ne peut pas s'ouvrir`,
    en: (path: string) => `The key file ${path} is absent or empty: the vault cannot be opened`,
  },
  keyAbsentHint: {
    fr: fr`Remettez-le en place. Sans la clé, personne ne peut lire ce coffre : mettez-le alors de côté et ajoutez les secrets de nouveau.`,
    en: `Put it back. Without the key nobody can read this vault: then put it aside and add the secrets again.`,
  },
  keyWeak: {
    fr: (least: number) => fr`La clé du coffre est trop courte : il faut au moins ${least} caractères`,
    en: (least: number) => `The key of the vault is too short: at least ${least} characters are needed`,
  },
  keyWeakHint: {
    fr: fr`Quatre mots sans rapport entre eux font une bonne clé ; ou nommez un fichier de clé qui n'existe pas encore : cartable en crée un.`,
    en: `Four unrelated words make a good key; or name a key file that does not exist yet: cartable makes one.`,
  },
  keySame: {
    fr: fr`La nouvelle clé est la même que l'ancienne`,
    en: `The new key is the same as the old one`,
  },
  keySameHint: {
    fr: fr`Donnez à --key-file un fichier qui n'existe pas encore : cartable y met une clé au hasard. Le coffre n'a pas été touché.`,
    en: `Give --key-file a file that does not exist yet: cartable puts a random key in it. The vault was not touched.`,
  },
  noSuchSecret: {
    fr: (name: string, path: string) => fr`Le coffre ${path} n'a pas de secret « ${name} »`,
    en: (name: string, path: string) => `The vault ${path} has no secret "${name}"`,
  },
  noSuchSecretHint: {
    fr: (name: string) =>
      fr`Ajoutez-le : « cartable acces ajouter ${name} » ; « cartable acces lister » montre les noms.`,
    en: (name: string) => `Add it: "cartable credentials add ${name}"; "cartable credentials list" shows the names.`,
  },
  noSuchNameHint: {
    fr: fr`« cartable acces lister » montre les noms.`,
    en: `"cartable credentials list" shows the names.`,
  },
  known: {
    fr: (name: string) => fr`Le coffre a déjà un secret « ${name} »`,
    en: (name: string) => `The vault already has a secret "${name}"`,
  },
  knownHint: {
    fr: (name: string) => fr`Pour lui donner une autre valeur : « cartable acces renouveler ${name} ».`,
    en: (name: string) => `To give it another value: "cartable credentials rotate ${name}".`,
  },
  badName: {
    fr: (name: string) => fr`« ${name} » ne peut pas être le nom d'un secret`,
    en: (name: string) => `"${name}" cannot be a secret's name`,
  },
  badNameHint: {
    fr: fr`Un nom compte de 1 à 64 lettres, chiffres, points, tirets ou soulignés ; par exemple lecture ou v3-auth. Le secret lui-même ne se donne pas ici : il est demandé.`,
    en: `A name has 1 to 64 letters, digits, dots, dashes or underscores; for instance lecture or v3-auth. The secret itself is not given here: it is asked for.`,
  },
  inUse: {
    fr: (name: string, users: string) => fr`Le secret « ${name} » sert à la configuration : ${users}`,
    en: (name: string, users: string) => `The secret "${name}" is used by the configuration: ${users}`,
  },
  inUseHint: {
    fr: fr`Sans lui, le prochain balayage s'arrêterait avant de commencer. Retirez d'abord ces accès de cartable.yaml, ou ajoutez --force.`,
    en: `Without it, the next scan would stop before it begins. Take these credentials out of cartable.yaml first, or add --force.`,
  },
  noNetworks: { fr: fr`--networks ne nomme aucun réseau`, en: `--networks names no network` },
  networksHint: {
    fr: fr`Séparez les réseaux par des virgules : --networks 10.20.9.0/24,10.30.0.0/16.`,
    en: `Separate networks with commas: --networks 10.20.9.0/24,10.30.0.0/16.`,
  },
  usedBy: {
    fr: (users: string) => fr`Ces accès de cartable.yaml s'en servent déjà : ${users}`,
    en: (users: string) => `These credentials of cartable.yaml use it already: ${users}`,
  },
  useCommunity: {
    fr: fr`À mettre dans cartable.yaml, si c'est une communauté SNMP v2c :`,
    en: `To put in cartable.yaml, if it is an SNMP v2c community:`,
  },
  useKey: {
    fr: fr`Ou dans un accès SNMPv3, si c'est une clé d'authentification ou de chiffrement :`,
    en: `Or in an SNMPv3 credential, if it is an authentication or a privacy key:`,
  },
} as const
