import type { Spending } from '../model/allocation.js'
import type { AllocationPart } from '../model/equipment.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { identifierOf } from './reading/identifier.js'

const parts = choicesOf<AllocationPart>({
  equipment: ['équipement', 'équipements', 'matériel'],
  training: ['formation', 'formations', 'perfectionnement'],
})

/**
 * What schools spent of a measure, line by line of a board's ledger. An amount below zero is a credit note.
 *
 * A category is kept as an identifier, as that of equipment is. A line is of equipment unless it says otherwise. Two
 * lines that nothing tells apart are one given twice: an invoice's number, or a date, tells two equal purchases apart.
 */
export default defineInput({
  id: 'spending',
  columns: [
    { name: 'school', synonyms: ['CD_ORGNS', 'Code_Org', 'école', 'code_école', 'organisme'], required: true },
    { name: 'school_year', synonyms: ['Annee_Scol', 'année scolaire'], required: true },
    { name: 'part', synonyms: ['volet'], required: false },
    { name: 'category', synonyms: ['catégorie'], required: false },
    { name: 'amount', synonyms: ['montant', 'montant dépensé', 'dépense'], required: true },
    {
      name: 'date',
      synonyms: ['date de la dépense', 'date de facture', "date de l'écriture", 'date comptable'],
      required: false,
    },
    {
      name: 'reference',
      synonyms: ['référence', 'facture', 'numéro de facture', 'no facture', 'pièce', 'numéro de pièce', 'no pièce'],
      required: false,
    },
  ],
  parse(cells, report, texts): Spending | null {
    const at = new Fields(cells, report, texts)
    const school = at.code('school')
    const schoolYear = at.schoolYear('school_year')
    const part = at.choiceOrNull('part', parts)
    const category = at.textOrNull('category')
    const amountCents = at.signedCents('amount')
    const date = at.dateOrNull('date')
    const reference = at.textOrNull('reference')
    if (school === undefined || schoolYear === undefined || part === undefined) return null
    if (amountCents === undefined || date === undefined) return null
    return {
      ...{ school, schoolYear, part: part ?? 'equipment' },
      category: category === null ? null : identifierOf(category),
      ...{ amountCents, date, reference },
    }
  },
  keyColumns: ['school', 'school_year', 'part', 'category', 'amount', 'date', 'reference'],
  keyOf: ({ school, schoolYear, part, category, amountCents, date, reference }) =>
    JSON.stringify([school, schoolYear, part, category, amountCents, date, reference]),
})
