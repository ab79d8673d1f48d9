import { accord, agree, fr } from '../typography.js'

interface Spent {
  readonly schoolYear: string
  /** The part's name in the user's language. */
  readonly part: string
  readonly amount: string
}

/** Allocations that are kept, and what becomes of them. */
export const runs = {
  freezeSummary: {
    fr: fr`garde une répartition avec ce dont elle est tirée, par qui et quand : rien ne la modifie ensuite`,
    en: `keep an allocation with what it was computed from, by whom and when: nothing changes it afterwards`,
  },
  freezeExample: {
    fr: fr`--envelope 100000 --why "règles budgétaires 2022-2023"`,
    en: `--envelope 100000 --why "budget rules 2022-2023"`,
  },
  runsSummary: {
    fr: fr`liste les répartitions figées, de la plus récente à la plus ancienne`,
    en: `list the frozen allocations, the newest first`,
  },
  showSummary: {
    fr: fr`montre une répartition figée : ses montants, et si ce dont elle est tirée est encore là`,
    en: `show a frozen allocation: its amounts, and whether what it was computed from is still there`,
  },
  canonicalOption: {
    fr: fr`la forme dont l'empreinte est tirée, octet pour octet (sha256sum la vérifie)`,
    en: `the form that the hash is of, byte for byte (sha256sum checks it)`,
  },
  runArgument: { fr: fr`numéro de la répartition (historique)`, en: `the allocation's number (runs)` },
  againstOption: {
    fr: fr`ajuste a posteriori la répartition figée de ce numéro, et montre ce qui change`,
    en: `adjust the frozen allocation of this number a posteriori, and show what changes`,
  },
  whyOption: { fr: fr`pourquoi, pour qui la lira dans un an`, en: `why, for whoever reads it in a year` },
  whoOption: { fr: fr`qui la fige (sinon le compte du système)`, en: `who freezes it (else the system's account)` },
  dryRunOption: { fr: fr`montre ce qui serait figé, sans le figer`, en: `show what would be frozen, freeze nothing` },
  emptyHint: { fr: fr`Écrivez-y quelque chose, ou omettez-la.`, en: `Write something there, or leave it out.` },
  provisional: {
    fr: fr`Répartition provisoire : « cartable repartir figer » la garde, avec ce dont elle est tirée.`,
    en: `Provisional allocation: "cartable allocate freeze" keeps it, with what it was computed from.`,
  },
  frozen: {
    fr: (run: string, digest: string) => fr`Répartition ${run} figée, empreinte ${digest}`,
    en: (run: string, digest: string) => `Allocation ${run} frozen, hash ${digest}`,
  },
  tried: {
    fr: fr`Essai seulement : cette répartition reste provisoire, rien n'a été figé.`,
    en: `Only tried: this allocation stays provisional, nothing was frozen.`,
  },
  sameAs: {
    fr: (run: string) => fr`La même, jusqu'aux fichiers dont elle est tirée, est déjà figée sous le numéro ${run}.`,
    en: (run: string) => `The same, down to the files that it was computed from, is frozen already as number ${run}.`,
  },
  replaces: {
    fr: (run: string) => fr`Elle vaut désormais à la place de la répartition ${run}, qui reste dans l'historique.`,
    en: (run: string) => `It now stands in the place of allocation ${run}, which stays in the list.`,
  },
  adjusted: {
    fr: (run: string) => fr`Elle ajuste la répartition ${run}, et vaut désormais à sa place.`,
    en: (run: string) => `It adjusts allocation ${run}, and now stands in its place.`,
  },
  adjusts: {
    fr: (run: string) => fr`Ajustement a posteriori de la répartition figée ${run}`,
    en: (run: string) => `A posteriori adjustment of frozen allocation ${run}`,
  },
  none: { fr: fr`Aucune répartition n'est figée.`, en: `No allocation is frozen.` },
  head: {
    fr: (run: string, at: string, who: string) => fr`Répartition ${run}, figée le ${at} par ${who}`,
    en: (run: string, at: string, who: string) => `Allocation ${run}, frozen on ${at} by ${who}`,
  },
  because: { fr: (why: string) => fr`Pourquoi : ${why}`, en: (why: string) => `Why: ${why}` },
  standing: {
    fr: fr`C'est elle qui vaut pour cette année et ce volet.`,
    en: `It is the one that stands for this year and part.`,
  },
  adjustedBy: {
    fr: (by: string) => fr`Ajustée depuis : ${by}`,
    en: (by: string) => `Adjusted since: ${by}`,
  },
  notStanding: {
    fr: fr`Une autre, plus récente, vaut à sa place (cartable repartir historique).`,
    en: `Another, newer, stands in its place (cartable allocate runs).`,
  },
  inputs: { fr: fr`Tirée de :`, en: `Computed from:` },
  rulesFile: { fr: (file: string) => fr`règle ${file}`, en: (file: string) => `rule ${file}` },
  overrides: { fr: fr`corrections d'immeubles`, en: `corrections of buildings` },
  earlier: { fr: (run: string) => fr`répartition figée ${run}`, en: (run: string) => `frozen allocation ${run}` },
  'input-same': { fr: fr`le même aujourd'hui`, en: `the same today` },
  'input-gone': { fr: fr`remplacé ou retiré depuis`, en: `replaced or withdrawn since` },
  'input-since': { fr: fr`n'y était pas : venu depuis`, en: `was not there: came since` },
  'input-unknown': { fr: fr`rien ne dit s'il est le même`, en: `nothing tells whether it is the same` },
  'rules-gone': {
    fr: fr`n'est pas celui de la configuration; son texte est gardé ici`,
    en: `is not the configuration's; its text is kept here`,
  },
  'rules-unknown': {
    fr: fr`la configuration n'en nomme aucun; son texte est gardé ici`,
    en: `the configuration names none; its text is kept here`,
  },
  digest: {
    fr: (digest: string) => fr`Empreinte SHA-256 : ${digest}`,
    en: (digest: string) => `SHA-256 hash: ${digest}`,
  },
  changed: {
    fr: (run: string) =>
      fr`La répartition figée ${run} n'est plus telle qu'elle a été figée : quelqu'un a modifié la base de données`,
    en: (run: string) => `Frozen allocation ${run} is no longer as it was frozen: somebody changed the database`,
  },
  changedHint: {
    fr: fr`Reprenez une copie d'avant (cartable base restaurer), ou figez la répartition de nouveau.`,
    en: `Restore a copy from before (cartable db restore), or freeze the allocation again.`,
  },
  unknown: {
    fr: (run: string) => fr`Il n'y a pas de répartition figée ${run}`,
    en: (run: string) => `There is no frozen allocation ${run}`,
  },
  unknownHint: {
    fr: (there: string) => fr`Il y a : ${there} (cartable repartir historique).`,
    en: (there: string) => `There is: ${there} (cartable allocate runs).`,
  },
  noneHint: {
    fr: fr`Aucune n'est figée. Figez-en une : cartable repartir figer --envelope 100000 --why "…"`,
    en: `None is frozen. Freeze one: cartable allocate freeze --envelope 100000 --why "…"`,
  },
  badRun: {
    fr: (text: string) => fr`« ${text} » n'est pas le numéro d'une répartition figée`,
    en: (text: string) => `"${text}" is not the number of a frozen allocation`,
  },
  badRunHint: {
    fr: fr`cartable repartir historique donne les numéros.`,
    en: `cartable allocate runs gives the numbers.`,
  },
  otherThing: {
    fr: (run: string) => fr`Un ajustement porte sur la même année et le même volet que la répartition ${run}`,
    en: (run: string) => `An adjustment is of the same year and part as allocation ${run}`,
  },
  otherThingHint: {
    fr: (year: string, part: string) => fr`Omettez --year et --part, ou donnez --year ${year} --part ${part}.`,
    en: (year: string, part: string) => `Leave --year and --part out, or give --year ${year} --part ${part}.`,
  },
  rulesUnkeepable: {
    fr: (file: string) =>
      fr`Le texte de ${file} ne peut pas être gardé : il n'est pas en UTF-8, ou il vient de changer`,
    en: (file: string) => `The text of ${file} cannot be kept: it is not UTF-8, or it has just changed`,
  },
  rulesUnkeepableHint: {
    fr: fr`Enregistrez le fichier en UTF-8, puis recommencez.`,
    en: `Save the file as UTF-8, then do it again.`,
  },
  importedMeanwhile: {
    fr: fr`Un fichier a été importé ou annulé pendant le calcul : rien n'a été figé`,
    en: `A file was imported or undone during the computation: nothing was frozen`,
  },
  importedMeanwhileHint: { fr: fr`Recommencez.`, en: `Do it again.` },
  'spent-without-run': {
    fr: ({ schoolYear, part, schools, amount }: Spent & { readonly schools: string }) =>
      fr`${schoolYear}, ${part} : ${schools} ${accord(schools, 'école a dépensé', 'écoles ont dépensé')} ${amount}, et aucune répartition n'est figée. Figez-la : cartable repartir figer`,
    en: ({ schoolYear, part, schools, amount }: Spent & { readonly schools: string }) =>
      `${schoolYear}, ${part}: ${schools} ${agree(schools, 'school has', 'schools have')} spent ${amount}, and no allocation is frozen. Freeze it: cartable allocate freeze`,
  },
  'spent-of-nothing': {
    fr: ({ schoolYear, part, school, amount }: Spent & { readonly school: string }) =>
      fr`${schoolYear}, ${part} : ${school} a dépensé ${amount}, et n'avait rien reçu`,
    en: ({ schoolYear, part, school, amount }: Spent & { readonly school: string }) =>
      `${schoolYear}, ${part}: ${school} has spent ${amount}, and had received nothing`,
  },
  'spent-in-unknown-category': {
    fr: ({ schoolYear, part, school, category, amount }: Spent & { readonly school: string; category: string }) =>
      fr`${schoolYear}, ${part} : ${school} a dépensé ${amount} en « ${category} », que la règle ne nomme pas`,
    en: ({ schoolYear, part, school, category, amount }: Spent & { readonly school: string; category: string }) =>
      `${schoolYear}, ${part}: ${school} has spent ${amount} on "${category}", which the rule does not name`,
  },
} as const
