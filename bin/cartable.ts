#!/usr/bin/env node
import { main } from '../src/cli/main.js'
import { keepSecretsOutOfDumps } from '../src/lib/core-files.js'

keepSecretsOutOfDumps()
process.exitCode = await main(process)
