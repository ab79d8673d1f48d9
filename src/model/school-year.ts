/** True for two years that follow each other, `2022-2023`: 1 July to 30 June. */
export function isSchoolYear(text: string): boolean {
  const [, first, second] = /^(\d{4})-(\d{4})$/.exec(text) ?? []
  return first !== undefined && Number(second) === Number(first) + 1
}

/** The school year so many years after another one (before it, below zero): 1 after `2021-2022` is `2022-2023`. */
export function schoolYearAfter(schoolYear: string, years: number): string {
  const first = Number(schoolYear.slice(0, 4)) + years
  return `${String(first).padStart(4, '0')}-${String(first + 1).padStart(4, '0')}`
}

/** The school year of a day, an ISO date: from 1 July to 30 June. */
export function schoolYearOf(date: string): string {
  const year = date.slice(0, 4)
  return schoolYearAfter(`${year}-`, date.slice(5, 7) < '07' ? -1 : 0)
}

/** The day on which a school year's pupils and equipment are counted, as an ISO date. */
export function countedOn(schoolYear: string): string {
  return `${schoolYear.slice(0, 4)}-09-30`
}
