import type { Language } from '../../src/i18n/language.js'
import type { Messages } from '../../src/i18n/translator.js'
import { code, page, prose, table } from './markdown.js'
import { RULES } from './rules.js'

const TEXTS: Readonly<
  Record<Language, { readonly head: string; readonly sessions: string; readonly heads: readonly [string, string] }>
> = {
  fr: {
    head: `# Documentation de cartable

In English: [README.md](README.md).

## Guides

Chacun suit une personne, un matin, du premier fichier au résultat.

- [Le technicien](fr/guide-technicien.md) installe, balaie, comprend ce qui n'a pas répondu, et laisse la machine recommencer chaque nuit.
- [Le planificateur](fr/guide-planificateur.md) importe les écoles, l'effectif et les liens, et trouve les immeubles qui manquent de bande passante.
- [L'équipe de soutien](fr/guide-soutien.md) compare le parc à ce qui a été vu sur le réseau.
- [L'agent du budget](fr/guide-budget.md) dit ce qui manque à chaque école et répartit une enveloppe, au cent près.

## Référence

- [Les commandes](fr/reference/commandes.md), leurs arguments et leurs options
- [La configuration](fr/reference/configuration.md), clé par clé
- [Les données importées](fr/reference/donnees.md) : chaque nature de fichier, ses colonnes, un exemple
- [Les colonnes](fr/reference/colonnes.md) des rapports, des listes et de la carte
- [Les familles d'appareils](fr/reference/familles.md) reconnues, et ce qui le prouve

## L'interface dans le terminal

Ses écrans, tels qu'un terminal les montre : [l'aperçu](interface/fr/apercu-80x24.txt), [les appareils](interface/fr/appareils-80x24.txt), [la fiche d'un appareil](interface/fr/fiche-80x24.txt), [les immeubles](interface/fr/immeubles-80x24.txt), [le balayage](interface/fr/balayage-80x24.txt) et [l'aide](interface/fr/aide-80x24.txt).`,
    sessions: `## Comment ces pages sont faites

Les guides et la référence sont produits par \`npm run docs\`. Les commandes des guides sont réellement exécutées, contre un organisme inventé qui répond sur la boucle locale; un test recommence et échoue si une page ne dit plus vrai. Seul ce qui suit est remplacé, parce qu'il change d'une fois ou d'une machine à l'autre :`,
    heads: ['ce qui change', 'ce que la page montre'],
  },
  en: {
    head: `# Documentation of cartable

En français : [LISEZMOI.md](LISEZMOI.md).

## Guides

Each follows one person, one morning, from the first file to the result.

- [The technician](en/technician.md) installs, scans, understands what did not answer, and lets the machine do it again every night.
- [The planner](en/planner.md) imports schools, enrolment and links, and finds the buildings that are short of bandwidth.
- [The support team](en/support.md) compares the fleet with what was seen on the network.
- [The budget officer](en/budget.md) tells what each school lacks and shares an envelope, to the cent.

## Reference

- [The commands](en/reference/commands.md), their arguments and options
- [The configuration](en/reference/configuration.md), key by key
- [Imported data](en/reference/data.md): each kind of file, its columns, an example
- [The columns](en/reference/columns.md) of reports, lists and the map
- [The families of devices](en/reference/families.md) that are recognised, and what proves it

## The interface in the terminal

Its screens, as a terminal shows them: [the overview](interface/en/overview-80x24.txt), [the devices](interface/en/devices-80x24.txt), [a device's card](interface/en/card-80x24.txt), [the buildings](interface/en/buildings-80x24.txt), [the scan](interface/en/scan-80x24.txt) and [the help](interface/en/help-80x24.txt).`,
    sessions: `## How these pages are made

The guides and the reference are made by \`npm run docs\`. The commands of the guides are really run, against an invented board that answers on loopback; a test does it again and fails when a page is no longer true. Only what follows is replaced, because it changes from one time or one machine to another:`,
    heads: ['what changes', 'what the page shows'],
  },
}

/** The page that leads to all the others, and tells what is not shown as it was written. */
export function indexPage(m: Messages): string {
  const { head, sessions, heads } = TEXTS[m.language]
  const rows = RULES.map(({ what, shown }) => [prose(what[m.language], m), code(shown)])
  return page([prose(head, m), prose(sessions, m), table(heads, rows)])
}
