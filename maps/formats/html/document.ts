import { createHash } from 'node:crypto'

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/**
 * Data as the text of a `<script type="application/json">`: no `<`, so that nothing in it ends the element or opens a
 * comment (HTML Standard, 4.12.1.3).
 */
export function embeddedJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** The source of a hash in a Content-Security-Policy (CSP Level 3, 2.3.1): the exact text between the tags. */
function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

/**
 * Nothing is fetched, and only these scripts and this style run. Images may be in the page itself alone, or be tiles of
 * the one server that `tiles` is an address of.
 */
export function contentSecurityPolicy(scripts: readonly string[], style: string, tiles?: string): string {
  return [
    `default-src 'none'`,
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${hashOf(style)}`,
    `img-src data:${tiles === undefined ? '' : ` ${new URL(tiles).origin}`}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

/**
 * A template with each `{{name}}` replaced, once: what comes in is not read again. Values are HTML already. Throws for a
 * name without value.
 */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The page's template names '${name}', which has no value`)
    return value
  })
}
