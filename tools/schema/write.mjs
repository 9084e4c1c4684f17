// `npm run schema`: writes the JSON Schema of the document from the schema that the program reads with.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from '../install.mjs'

/** @type {{ module: typeof import('./documentSchema.ts') }} */
const { module } = await runnerImport(join(root, 'tools/schema/documentSchema.ts'))
const { documentSchemaText, schemaPath } = module
writeFileSync(join(root, schemaPath), documentSchemaText())
