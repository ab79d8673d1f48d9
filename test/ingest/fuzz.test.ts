import t from 'tap'
import { readMutatedFiles } from '../../soak/mutated-files.js'

t.test('a damaged file of any format is read, or refused on a line', async (t) => {
  t.strictSame(await readMutatedFiles(504, 2018), [])
})
