// Light or dark: as the reader's system says, until the reader says otherwise.

const systemDark = matchMedia('(prefers-color-scheme: dark)')
let chosenTheme = null

const theme = () => chosenTheme ?? (systemDark.matches ? 'dark' : 'light')

function applyTheme() {
  document.documentElement.dataset.theme = theme()
  document.querySelector('meta[name="color-scheme"]').setAttribute('content', theme())
}
applyTheme()
