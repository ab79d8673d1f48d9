import { delimiter, join } from 'node:path'
import t from 'tap'
import { shellWord, typedCommand } from '../../src/cli/typed-command.js'

t.test('a command is told under the name by which the program was started', (t) => {
  const env = { PATH: ['/usr/bin', '/opt/cartable/bin'].join(delimiter) }
  const told = (cwd: string, script: string): string => typedCommand({ cwd, env, script }, ['list'])
  t.equal(told('/home/a', '/opt/cartable/bin/cartable'), 'cartable list', 'from a folder of the PATH')
  t.equal(told('/home/a', '/home/a/cartable/bin/cartable'), 'cartable/bin/cartable list', 'from elsewhere')
  t.equal(told('/home/a/cartable/bin', '/home/a/cartable/bin/cartable'), './cartable list', 'from where it is')
  t.match(told('/home/a', '/home/a/node_modules/.bin/cartable'), /^node \S+dist\/bin\/cartable\.js list$/)
  t.match(told('/home/a', join('dist', 'bin', 'cartable.js')), /^node \S+dist\/bin\/cartable\.js list$/)
  t.end()
})

t.test('a word is quoted as the shell at hand takes it', (t) => {
  t.equal(shellWord("l'école", 'linux'), String.raw`'l'\''école'`)
  t.equal(shellWord('cartable-demo/cartable.yaml', 'linux'), 'cartable-demo/cartable.yaml')
  t.equal(shellWord(String.raw`cartable-demo\cartable.yaml`, 'win32'), String.raw`cartable-demo\cartable.yaml`)
  t.equal(shellWord(String.raw`C:\Mes documents\a.yaml`, 'win32'), String.raw`"C:\Mes documents\a.yaml"`)
  t.end()
})
