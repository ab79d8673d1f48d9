/** The names of a header written in one text, with commas between; spaces and line ends around them do not count. */
export function headerLine(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim())
}
