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
