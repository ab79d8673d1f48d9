// The licences of what is copied into dist/vendor: their texts must travel with the copies.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

/** Writes the licence of every package that one of the bundled files comes from. A package without a text stops the build. */
export function writeLicences(inputs, file) {
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  )
  const texts = [...folders].sort().map((folder) => licenceOf(join(root, folder)))
  const rule = `\n\n${'-'.repeat(78)}\n\n`
  const head = 'dist/vendor holds copies of these packages, each under its own licence.'
  writeFileSync(file, `${[head, ...texts].join(rule)}\n`)
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const found = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (found === undefined) throw new Error(`${name} ${version} (${license}) has no licence text`)
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, found), 'utf8').trim()}`
}
