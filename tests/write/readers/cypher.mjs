// SPDX-License-Identifier: MIT
// cypher.mjs FILE: what Neo4j's own grammar and semantic analysis say of a script: nothing, and status 0, when all is well.
import * as neo4j from '@neo4j-cypher/language-support';
import { readFileSync } from 'node:fs';

const { diagnostics } = neo4j.lintCypherQuery(readFileSync(process.argv[2], 'utf8'), {});
for (const found of diagnostics.slice(0, 3)) console.log(`line ${found.range.start.line + 1}: ${found.message}`);
process.exit(diagnostics.length ? 1 : 0);
