import type { CatalogueItem } from '../model/equipment.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { identifierOf } from './reading/identifier.js'

/** The items that schools may choose, with the category and the units that each counts for. One item is one unit unless told. */
export default defineInput({
  id: 'catalogue',
  columns: [
    { name: 'item', synonyms: ['article', 'équipement', 'produit', 'description'], required: true },
    { name: 'category', synonyms: ['catégorie'], required: true },
    { name: 'units_each', synonyms: ['unités par article', 'unités'], required: false },
    { name: 'price', synonyms: ['prix', 'prix unitaire', 'coût', 'coût unitaire', 'cost', 'montant'], required: false },
  ],
  parse(cells, report, texts): CatalogueItem | null {
    const at = new Fields(cells, report, texts)
    const item = at.text('item')
    const category = at.text('category')
    const unitsEach = at.positiveWholeOrNull('units_each')
    const priceCents = at.centsOrNull('price')
    if (item === undefined || category === undefined || unitsEach === undefined || priceCents === undefined) return null
    return { category: identifierOf(category), item, unitsEach: unitsEach ?? 1, priceCents }
  },
  keyColumns: ['category', 'item'],
  keyOf: ({ category, item }) => `${category}\n${item}`,
})
