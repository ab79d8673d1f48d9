import type { FactChangeRow } from '../../reports/fact-changes.js'
import type { FactChange } from '../../store/imported.js'

type Cells = NonNullable<FactChange['before']>

/** A change as a table shows it: of a fact that changes, only the cells that differ; of another, those that say something. */
export function factRow({ what, table, key, before, after }: FactChange): FactChangeRow {
  const differs = (name: string): boolean => before === null || after === null || before[name] !== after[name]
  return {
    what,
    fact: table,
    key: key.filter((cell) => cell !== '' && cell !== null).join(' '),
    before: before && textOf(before, differs),
    after: after && textOf(after, differs),
  }
}

function textOf(cells: Cells, isShown: (name: string) => boolean): string {
  return Object.entries(cells)
    .filter(([name, cell]) => isShown(name) && cell !== null)
    .map(([name, cell]) => `${name}=${cell}`)
    .join(' ')
}
