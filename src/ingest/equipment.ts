import type { EquipmentLot } from '../model/equipment.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { identifierOf } from './reading/identifier.js'

const conditions = choicesOf<EquipmentLot['condition']>({
  good: ['bon', 'en service'],
  broken: ['brisé', 'défectueux', 'hors service'],
  retired: ['retiré', 'mis au rebut'],
})

/**
 * Lots of digital equipment by school, with the combo numérique's categories or others that a rule file names.
 *
 * A category is kept as an identifier (`Laboratoire créatif` is `laboratoire-creatif`). An item counts for one unit,
 * and is in good condition, unless the file says otherwise. Two lots that nothing tells apart are one given twice.
 */
export default defineInput({
  id: 'equipment',
  columns: [
    { name: 'school', synonyms: ['CD_ORGNS', 'Code_Org', 'école', 'code_école', 'organisme'], required: true },
    { name: 'category', synonyms: ['catégorie'], required: true },
    { name: 'item', synonyms: ['article', 'équipement', 'description'], required: true },
    { name: 'quantity', synonyms: ['quantité', 'qté', 'nombre'], required: true },
    { name: 'units_each', synonyms: ['unités par article', 'unités'], required: false },
    { name: 'acquired_on', synonyms: ["date d'acquisition", 'acquis le', "date d'achat"], required: false },
    { name: 'condition', synonyms: ['état'], required: false },
    { name: 'cost', synonyms: ['coût', 'montant'], required: false },
  ],
  parse(cells, report, texts): EquipmentLot | null {
    const at = new Fields(cells, report, texts)
    const school = at.code('school')
    const category = at.text('category')
    const item = at.text('item')
    const quantity = at.whole('quantity')
    const unitsEach = at.positiveWholeOrNull('units_each')
    const acquiredOn = at.dateOrNull('acquired_on')
    const condition = at.choiceOrNull('condition', conditions)
    const costCents = at.centsOrNull('cost')
    if (school === undefined || category === undefined || item === undefined || quantity === undefined) return null
    if (unitsEach === undefined || acquiredOn === undefined || condition === undefined || costCents === undefined)
      return null
    return {
      school,
      category: identifierOf(category),
      item,
      quantity,
      unitsEach: unitsEach ?? 1,
      acquiredOn,
      condition: condition ?? 'good',
      costCents,
    }
  },
  keyColumns: ['school', 'category', 'item', 'units_each', 'acquired_on', 'condition'],
  keyOf: ({ school, category, item, unitsEach, acquiredOn, condition }) =>
    [school, category, item, unitsEach, acquiredOn, condition].join('\n'),
})
