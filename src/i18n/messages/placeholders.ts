/** What stands for a value in help: `--out <file>`, `list <what>`. One word each, without brackets. */
export const placeholders = {
  code: { fr: 'code', en: 'code' },
  command: { fr: 'commande', en: 'command' },
  degrees: { fr: 'degrés', en: 'degrees' },
  dollars: { fr: 'dollars', en: 'dollars' },
  file: { fr: 'fichier', en: 'file' },
  folder: { fr: 'dossier', en: 'folder' },
  form: { fr: 'forme', en: 'form' },
  kind: { fr: 'nature', en: 'kind' },
  language: { fr: 'langue', en: 'language' },
  list: { fr: 'liste', en: 'list' },
  number: { fr: 'numéro', en: 'number' },
  standard: { fr: 'norme', en: 'standard' },
  text: { fr: 'texte', en: 'text' },
  thing: { fr: 'chose', en: 'thing' },
  what: { fr: 'quoi', en: 'what' },
  year: { fr: 'année', en: 'year' },
} as const
