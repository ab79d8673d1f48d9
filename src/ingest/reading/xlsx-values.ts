/** How a number of a sheet is shown: as a date, with zeros before it, or as it is. */
export type NumberFormat = { readonly isDate: boolean; readonly digits: number }

const PLAIN: NumberFormat = { isDate: false, digits: 0 }

/** Built-in formats that are dates (ECMA-376 part 1, 18.8.30), those of East Asian editions too. */
const BUILT_IN_DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]

/** What a cell's format makes of a number: by its built-in number, or its own code (`yyyy-mm-dd`, `000000`). */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const isDate = BUILT_IN_DATES.includes(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    return isDate ? { isDate, digits: 0 } : PLAIN
  }
  if (/^0+$/.test(code)) return { isDate: false, digits: code.length }
  // Quoted and escaped text, colours and conditions, and all but the first section say nothing of dates.
  const letters =
    code
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .split(';')[0] ?? ''
  return /[dmyhs]/i.test(letters) && !/general/i.test(letters) ? { isDate: true, digits: 0 } : PLAIN
}

/** A number as a sheet stores it, as text: a date becomes ISO (`2018-09-30`, `2018-09-30 08:15:00`). */
export function numberText(stored: string, format: NumberFormat, is1904: boolean): string {
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return stored
  if (format.isDate) return dateText(number, is1904) ?? String(number)
  return String(number).padStart(format.digits, '0')
}

/** Null when it is no day of 1900 to 9999; a time alone is none. */
function dateText(serial: number, is1904: boolean): string | null {
  if (serial < 1 || serial >= 2_958_466) return null
  // Excel's year 1900 has a 29th of February: day 60.
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const text = new Date(epoch + Math.round(serial * 86_400) * 1000).toISOString()
  return Number.isInteger(serial) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** Column of a cell's reference (`B5` → 1); null when it has none. */
export function columnOf(reference: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference) ?? []
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
