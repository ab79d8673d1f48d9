import { fr } from '../typography.js'

/** `schedule`: what starts the scan every night, and the sample every five minutes. */
export const schedule = {
  summary: {
    fr: fr`montre, installe ou retire ce qui lance le balayage chaque nuit et les mesures toutes les 5 minutes`,
    en: `show, install or remove what starts the scan every night and the samples every 5 minutes`,
  },
  installOption: {
    fr: fr`installe et démarre : pour le système si vous êtes root, sinon pour votre compte`,
    en: `install and start: for the system as root, else for your own account`,
  },
  removeOption: { fr: fr`arrête et retire ce qui est installé`, en: `stop and remove what is installed` },
  dryRunOption: {
    fr: fr`montre sans rien changer (ce que fait la commande sans --install ni --remove)`,
    en: `show and change nothing (what the command does without --install or --remove)`,
  },
  cronOption: { fr: fr`lignes pour cron au lieu d'unités systemd`, en: `lines for cron instead of systemd units` },
  atOption: { fr: fr`heure du balayage, par exemple 02:15`, en: `when the scan starts, for instance 02:15` },
  accountOption: {
    fr: fr`compte qui balaie (root seulement); sans elle, le propriétaire du dossier de la base`,
    en: `account that scans (as root only); without it, the owner of the database's folder`,
  },
  badTime: { fr: (text: string) => fr`« ${text} » n'est pas une heure`, en: (text: string) => `"${text}" is no time` },
  badTimeHint: { fr: fr`Écrivez-la sur 24 heures : --at 01:30.`, en: `Write it on 24 hours: --at 01:30.` },
  bothAsked: {
    fr: fr`--install, --remove et --dry-run ne vont pas ensemble`,
    en: `--install, --remove and --dry-run do not go together`,
  },
  bothAskedHint: { fr: fr`N'en gardez qu'un.`, en: `Keep one of them.` },
  accountNeedsRoot: {
    fr: fr`--account demande d'être root : votre propre minuterie tourne sous votre compte`,
    en: `--account needs root: your own timer runs under your account`,
  },
  accountNeedsRootHint: {
    fr: fr`Relancez avec sudo, ou sans --account.`,
    en: `Run it with sudo, or without --account.`,
  },
  badAccount: {
    fr: (name: string) => fr`« ${name} » n'est pas un nom de compte`,
    en: (name: string) => `"${name}" is no account name`,
  },
  badAccountHint: {
    fr: fr`Donnez le nom d'un compte de cette machine, par exemple cartable.`,
    en: `Give the name of an account of this machine, for instance cartable.`,
  },
  noConfiguration: {
    fr: fr`Rien à planifier : aucun fichier cartable.yaml`,
    en: `Nothing to schedule: no cartable.yaml file`,
  },
  noConfigurationHint: {
    fr: fr`« cartable initialiser » en écrit un; --config en nomme un autre.`,
    en: `"cartable init" writes one; --config names another.`,
  },
  badPath: {
    fr: (path: string) => fr`Le chemin ${path} ne peut pas s'écrire dans une unité systemd`,
    en: (path: string) => `The path ${path} cannot be written in a systemd unit`,
  },
  badPathHint: {
    fr: fr`Renommez-le sans retour à la ligne ni caractère de commande.`,
    en: `Rename it without line breaks or control characters.`,
  },
  noSystemd: {
    fr: fr`systemd ne répond pas sur cette machine : « systemctl » a échoué`,
    en: `systemd does not answer on this machine: "systemctl" failed`,
  },
  noSystemdHint: {
    fr: (why: string) => fr`« cartable planifier --cron » donne des lignes pour cron. systemctl a dit : ${why}`,
    en: (why: string) => `"cartable schedule --cron" gives lines for cron. systemctl said: ${why}`,
  },
  cronNeedsRoot: {
    fr: fr`Sans être root, --cron ne s'installe ni ne se retire de lui-même`,
    en: `Without root, --cron neither installs nor removes by itself`,
  },
  cronNeedsRootHint: {
    fr: fr`Copiez les lignes de « cartable planifier --cron » dans « crontab -e ».`,
    en: `Copy the lines of "cartable schedule --cron" into "crontab -e".`,
  },
  header: {
    fr: fr`Écrit par « cartable planifier »; « cartable planifier --remove » le retire.`,
    en: `Written by "cartable schedule"; "cartable schedule --remove" takes it away.`,
  },
  scanDescription: { fr: fr`cartable : balayage des réseaux`, en: `cartable: scan of the board's networks` },
  scanTimerDescription: {
    fr: fr`cartable : balayage des réseaux, chaque nuit`,
    en: `cartable: scan of the board's networks, every night`,
  },
  sampleDescription: { fr: fr`cartable : mesure du trafic`, en: `cartable: sample of the traffic` },
  sampleTimerDescription: {
    fr: fr`cartable : mesure du trafic, toutes les 5 minutes`,
    en: `cartable: sample of the traffic, every 5 minutes`,
  },
  variable: {
    fr: (credential: string, variable: string) =>
      fr`L'accès « ${credential} » prend son secret dans la variable ${variable}, que le service n'aura pas : mettez-le dans le coffre ou dans un fichier.`,
    en: (credential: string, variable: string) =>
      `The credential "${credential}" takes its secret from the variable ${variable}, which the service will not have: put it in the vault or in a file.`,
  },
  typedKey: {
    fr: fr`La clé du coffre se tape : la nuit, personne n'est là pour le faire. « cartable acces renouveler --key-file » lui donne une clé en fichier.`,
    en: `The vault's key is typed: at night nobody is there to do it. "cartable credentials rotate --key-file" gives it a key in a file.`,
  },
  linger: {
    fr: fr`La minuterie d'un compte ne part que s'il a une session ouverte, à moins de « sudo loginctl enable-linger » pour lui.`,
    en: `An account's timer only starts while it is logged in, unless "sudo loginctl enable-linger" is run for it.`,
  },
  accountOwns: {
    fr: (account: string, folder: string) =>
      fr`Le service tourne sous le compte « ${account} », qui doit exister et pouvoir écrire dans ${folder}.`,
    en: (account: string, folder: string) =>
      `The service runs as the account "${account}", which must exist and be able to write to ${folder}.`,
  },
  inTmp: {
    fr: fr`Un des chemins est dans /tmp, que le service ne voit pas (PrivateTmp) : mettez-le ailleurs.`,
    en: `One of the paths is in /tmp, which the service does not see (PrivateTmp): put it elsewhere.`,
  },
  noMeasure: {
    fr: fr`Aucune interface étendue n'est connue ni nommée sous « wan » : rien n'est planifié pour « cartable mesurer ».`,
    en: `No wide-area interface is known, nor named under "wan": nothing is scheduled for "cartable sample".`,
  },
  installed: { fr: (path: string) => fr`Installé : ${path}`, en: (path: string) => `Installed: ${path}` },
  removed: { fr: (path: string) => fr`Retiré : ${path}`, en: (path: string) => `Removed: ${path}` },
  nothingInstalled: { fr: fr`Rien n'était installé.`, en: `Nothing was installed.` },
  check: {
    fr: fr`« cartable diagnostic » dit quand part le prochain balayage.`,
    en: `"cartable doctor" says when the next scan starts.`,
  },
} as const
