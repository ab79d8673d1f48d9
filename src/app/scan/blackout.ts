const MINUTE_MS = 60_000
const WEEK_MINUTES = 7 * 24 * 60

/**
 * True during the hours (`07:30-16:30`, the machine's time zone) in which schools' networks are left alone, Monday to
 * Friday. A range that passes midnight (`22:00-06:00`) belongs to the day on which it begins.
 */
export function inBlackout(hours: string, at: Date): boolean {
  const [from = 0, to = 0] = hours.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  })
  const minute = at.getHours() * 60 + at.getMinutes()
  const schoolDay = (day: number): boolean => day >= 1 && day <= 5
  const today = at.getDay()
  if (from <= to) return schoolDay(today) && minute >= from && minute < to
  return (schoolDay(today) && minute >= from) || (schoolDay((today + 6) % 7) && minute < to)
}

/** The next minute that is in no blackout hours: `at` itself when it is in none. */
export function endOfBlackout(hours: string, at: Date): Date {
  if (!inBlackout(hours, at)) return at
  let end = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS)
  for (let i = 0; i < WEEK_MINUTES && inBlackout(hours, end); i++) end = new Date(end.getTime() + MINUTE_MS)
  return end
}
