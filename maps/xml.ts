/**
 * Text as XML 1.0 shows it, between tags and in attributes. What XML cannot hold (most control characters, halves of
 * surrogate pairs) becomes U+FFFD.
 *
 * @see XML 1.0, 2.2 (Characters)
 */
export function escapedXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
