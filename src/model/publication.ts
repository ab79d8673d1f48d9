/** How often a publication is made anew. */
export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'biannual', 'annual', 'irregular'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Licences that Données Québec takes: those of Creative Commons, 4.0. */
export const LICENCES = ['cc-by', 'cc-by-sa', 'cc-by-nd', 'cc-by-nc', 'cc-by-nc-sa', 'cc-by-nc-nd'] as const
export type Licence = (typeof LICENCES)[number]

/** What an open data portal asks of who publishes, and no data can tell; what is not there is not known. */
export interface Publication {
  readonly organisation?: string | undefined
  /** Who answers for the data. */
  readonly contact?: string | undefined
  readonly email?: string | undefined
  readonly frequency?: Frequency | undefined
  /** Else one that says what the map is. */
  readonly title?: string | undefined
  readonly licence?: Licence | undefined
}

/** What a portal does not take a data set without, in the order in which it asks. */
export const NEEDED = [
  'organisation',
  'contact',
  'email',
  'frequency',
] as const satisfies readonly (keyof Publication)[]
