import { messagesFor } from '../../src/i18n/translator.js'
import { columnsPage } from './columns.js'
import { commandsPage } from './commands.js'
import { configurationPage } from './configuration.js'
import { familiesPage } from './families.js'
import { inputsPage } from './inputs.js'
import { playGuides } from './guides.js'
import { indexPage } from './index.js'

/** The pages that are drawn from the code, by path in docs/. */
async function referencePages(): Promise<Map<string, string>> {
  const [fr, en] = [messagesFor('fr'), messagesFor('en')]
  return new Map([
    ['LISEZMOI.md', indexPage(fr)],
    ['README.md', indexPage(en)],
    ['fr/reference/commandes.md', commandsPage(fr)],
    ['en/reference/commands.md', commandsPage(en)],
    ['fr/reference/configuration.md', configurationPage(fr)],
    ['en/reference/configuration.md', configurationPage(en)],
    ['fr/reference/colonnes.md', await columnsPage(fr)],
    ['en/reference/columns.md', await columnsPage(en)],
    ['fr/reference/donnees.md', await inputsPage(fr)],
    ['en/reference/data.md', await inputsPage(en)],
    ['fr/reference/familles.md', await familiesPage(fr)],
    ['en/reference/families.md', await familiesPage(en)],
  ])
}

/** Every page that is made, by path in docs/: the reference, and the guides, which are played. */
export async function allPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await referencePages()), ...(await playGuides())])
}
