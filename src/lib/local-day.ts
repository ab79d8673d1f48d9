/** A day of the machine's time zone: as `2026-11-30`, its instants, and how long it is (23 or 25 hours when clocks change). */
export interface LocalDay {
  readonly day: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly seconds: number
}

/** The local day that holds an instant. */
export function localDayOf(at: Date): LocalDay {
  return dayFrom(at.getFullYear(), at.getMonth(), at.getDate())
}

/** The local day written `2026-11-30`. */
export function localDay(day: string): LocalDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayFrom(year, month - 1, date)
}

/** A local day some months and days before another. */
export function localDayBefore(
  { startsAt }: LocalDay,
  back: { readonly months?: number; readonly days?: number },
): LocalDay {
  const { months = 0, days = 0 } = back
  return dayFrom(startsAt.getFullYear(), startsAt.getMonth() - months, startsAt.getDate() - days)
}

function dayFrom(year: number, month: number, date: number): LocalDay {
  const startsAt = new Date(year, month, date)
  const endsAt = new Date(year, month, date + 1)
  const two = (number: number): string => String(number).padStart(2, '0')
  // Clocks may change at midnight itself: the day is told by its noon.
  const noon = new Date(year, month, date, 12)
  const day = `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`
  return { day, startsAt, endsAt, seconds: (endsAt.getTime() - startsAt.getTime()) / 1000 }
}
