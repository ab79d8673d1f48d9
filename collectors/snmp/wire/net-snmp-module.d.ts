/** net-snmp has no types of its own; net-snmp.ts says what is used of it. */
declare module 'net-snmp' {
  const netSnmp: unknown
  export default netSnmp
}
