export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

function fromLocale(locale: string | undefined): Language | null {
  const word = /^(fr|en)(?![a-z])/i.exec(locale ?? '')?.[1]?.toLowerCase()
  return word === 'fr' || word === 'en' ? word : null
}

/** The first that says something, in this order: `--lang`, CARTABLE_LANG, the configuration, the locale, then French. */
export function chooseLanguage(from: {
  readonly flag?: string | undefined
  readonly env: NodeJS.ProcessEnv
  readonly config?: string | null | undefined
}): Language {
  const { flag, env, config } = from
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']
  return (
    fromLocale(flag) ??
    fromLocale(env['CARTABLE_LANG']) ??
    fromLocale(config ?? undefined) ??
    fromLocale(locale) ??
    'fr'
  )
}
