/** A schools file of the ministry's shape and width, invented. */
export function inventedSchools(schools: number): string {
  const header = 'CD_ORGNS,NOM_OFFCL_ORGNS,CD_IMM,NOM_IMM,PRESC,PRIM,SEC,FORM_PRO,ADULTE,CD_CS,NOM_CS,TYPE_CS'
  const lines = Array.from({ length: schools }, (_, i) => {
    const code = String(100_000 + i)
    return `${code},"École ${code}, invention",${code},Immeuble ${code},1,1,0,0,0,798000,CSS inventé,Franco`
  })
  return `\ufeff${header}\n${lines.join('\n')}\n`
}

/** All schools, year after year, which is no order that a database would like; a school changes little from one to the next. */
export function inventedEnrolment(schools: number, rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const year = 1900 + Math.floor(i / schools)
    return `${100_000 + (i % schools)},${year}-${year + 1},youth,${100 + (((i % schools) * 37) % 800) + (year % 5)}`
  })
  return `school,school_year,sector,pupils\n${lines.join('\n')}\n`
}
