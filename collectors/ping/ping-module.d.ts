/** The `ping` package has no types of its own; ping.ts says what is used of it. */
declare module 'ping' {
  const ping: unknown
  export default ping
}
