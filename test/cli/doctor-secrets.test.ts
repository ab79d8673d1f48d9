import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { startLab, type Lab } from '../../collectors/lab/lab.js'
import { writeCheapVault } from './cheap-vault.js'
import { finds, skip, wardFor } from './ward.js'

const lab: Lab = await startLab({ port: 0 })
t.teardown(() => lab.close())

t.test('secrets that are not there, open to others, or locked away', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  const community = (reference: string): Promise<void> =>
    ward.configure({ credentials: `credentials: [{ name: a, version: 2c, community: ${reference} }]` })
  await community('{ env: LECTURE }')
  await finds(t, ward, 'credential', 'failure', { fr: /LECTURE n'est pas définie/, en: /LECTURE is not set/ })
  await finds(
    t,
    ward,
    'credential',
    'ok',
    { fr: /ses secrets se lisent/, en: /secrets can be read/ },
    { env: { LECTURE: 'outardes' } },
  )
  await community('{ file: ./lecture }')
  await finds(t, ward, 'credential', 'failure', { fr: /est absent ou vide/, en: /is absent or empty/ })
  await writeFile(join(ward.folder, 'lecture'), 'outardes\n', { mode: 0o644 })
  await finds(t, ward, 'credential', 'failure', {
    fr: /lisible par d'autres/,
    en: /can be read by others/,
    mend: /chmod 600/,
  })
  await ward.configure({ credentials: '' })
  await finds(t, ward, 'credentials', 'failure', { fr: /Aucun accès SNMP/, en: /No SNMP credential/ })

  await ward.configure({})
  await finds(t, ward, 'vault-cost', 'warning', { fr: /s'essaie trop vite/, en: /tried too fast/ })
  await chmod(join(ward.folder, 'acces.coffre'), 0o644)
  await finds(t, ward, 'vault', 'failure', {
    fr: /lisible par d'autres/,
    en: /can be read by others/,
    mend: /chmod 600/,
  })
  await chmod(join(ward.folder, 'acces.coffre'), 0o600)
  await writeFile(join(ward.folder, 'acces.cle'), 'une autre clé\n')
  await finds(t, ward, 'vault', 'failure', { fr: /ou il est altéré/, en: /or it was altered/ })
  await ward.configure({ vault: '' })
  await finds(t, ward, 'vault', 'failure', { fr: /la nuit, personne/, en: /at night nobody/, mend: /--key-file/ })
  await ward.configure({ vault: 'vault: { file: ./autre.coffre, key: { file: ./acces.cle } }' })
  await finds(t, ward, 'vault', 'failure', { fr: /Il n'y a pas de coffre/, en: /There is no vault/ })
  await writeCheapVault(ward.folder, { lecture: 'outardes-lecture' }, { lecture: ['192.168.0.0/16'] })
  await ward.configure({
    credentials: 'credentials: [{ name: a, version: 2c, community: { vault: lecture }, networks: [10.0.0.0/8] }]',
  })
  await finds(t, ward, 'credential', 'warning', { fr: /n'est envoyé nulle part/, en: /is sent nowhere/ })
})

t.test('a device that answers no credential is a failure, one that answers another is none', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  await writeCheapVault(ward.folder, { lecture: 'outardes-lecture', faux: 'rien-qui-vaille' })
  const usm =
    '{ name: v3, version: 3, user: inventaire, auth: { key: { vault: faux } }, priv: { key: { vault: faux } } }'
  const args = ['--device', '127.98.1.1']
  await ward.configure({
    credentials: `credentials: [${usm}, { name: a, version: 2c, community: { vault: lecture } }]`,
  })
  await finds(t, ward, 'credential', 'warning', { fr: /mauvaise clé/, en: /wrong authentication/ }, { args })
  await finds(t, ward, 'device', 'ok', { fr: /127\.98\.1\.1 se lit/, en: /can be read/ }, { args })
  await ward.configure({ credentials: `credentials: [${usm}]` })
  await finds(t, ward, 'device', 'failure', { fr: /ne répond à aucun accès/, en: /answers no credential/ }, { args })
  await finds(t, ward, 'credential', 'ok', { fr: /se lisent/, en: /can be read/ })
})
