/** True for two years that follow each other, `2022-2023`: 1 July to 30 June. */
export function isSchoolYear(text: string): boolean {
  const [, first, second] = /^(\d{4})-(\d{4})$/.exec(text) ?? []
  return first !== undefined && Number(second) === Number(first) + 1
}
