import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { documentsOf, readGrammar } from '../support/relax-ng'
import { faultsOf, TEI, teiOf, teiSchema } from '../support/tei'
import { anyFile, everyRecord, nothingFile, richFile, sampleFile } from '../unit/annotations/exchange/exchange-desks'

/**
 * `npm run check:tei -- tei_all.rng`: holds our exports, and whatever our own schema allows, against the schema of all of TEI P5.
 * It is no test, as that schema is 1 MB of others' work and takes half a minute to read.
 */
const path = process.argv[2]
if (path === undefined) {
  console.error('Say where the schema of all of TEI P5 is: npm run check:tei -- path/to/tei_all.rng')
  process.exit(2)
}
const schema = readFileSync(path, 'utf8')
const desks = [sampleFile(), richFile(), everyRecord(), nothingFile(), ...fc.sample(anyFile, 50)].map(teiOf)
const allowed = fc.sample(documentsOf(readGrammar(teiSchema), TEI), 300)

const faults = await faultsOf([...desks, ...allowed], schema)
for (const fault of faults) console.error(fault)
// A check that finds nothing must be able to find something.
const broken = [
  (xml: string) => xml.replaceAll('teiHeader', 'teiHead'),
  (xml: string) => xml.replace(/ when="[^"]*"/, ' when="May 4"'),
]
const accepted = await Promise.all(
  broken.map(async (breakIt) => (await faultsOf([breakIt(teiOf(richFile()))], schema)).length === 0),
)
if (accepted.includes(true)) console.error('The schema accepts a document that was broken on purpose.')
console.log(`${desks.length} exports and ${allowed.length} documents that our schema allows: ${faults.length} faults.`)
process.exitCode = faults.length > 0 || accepted.includes(true) ? 1 : 0
