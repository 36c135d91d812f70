// Talks at Lake Merrow

CREATE CONSTRAINT actant_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT actant_document IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;

UNWIND [
  {id: 'merrow.txt', name: 'merrow.txt', title: 'Leaders meet at Lake Merrow', url: 'https://news.example/a?x=1&y=2', date: '2031-05-05'},
  {id: 'wells.txt', name: 'wells.txt', title: 'Wells, words and "water"', url: 'https://news.example/a?x=1&y=2', date: '2031-06-02'}
] AS row
MERGE (d:Document {id: row.id})
SET d += row;

UNWIND [
  {id: 'per-ilse-maran', name: 'Ilse Maran', entity_type: 'person', role: 'President of Valdoria', aliases: ['Maran'], mentions: 3, first_date: '2031-05-05', last_date: '2031-05-05', documents: ['merrow.txt'], degree: 5, weighted_degree: 14, pagerank: 0.053670121, betweenness: 0.314814815, core: 2, component: 1, community: 2, community_name: 'Ilse Maran, Tomas Verell'},
  {id: 'per-tomas-verell', name: 'Tomas Verell', entity_type: 'person', role: 'Prime Minister of Kestria', aliases: ['Verell'], mentions: 6, first_date: '2031-05-05', last_date: '2031-06-02', documents: ['merrow.txt', 'wells.txt'], degree: 5, weighted_degree: 14, pagerank: 0.05537023, betweenness: 0.185185185, core: 2, component: 1, community: 2, community_name: 'Ilse Maran, Tomas Verell'},
  {id: 'per-henrik-osgood', name: 'Henrik Osgood', entity_type: 'person', role: 'Secretary-General, River Basin Commission', mentions: 5, first_date: '2031-05-05', last_date: '2031-05-05', documents: ['merrow.txt'], degree: 3, weighted_degree: 8, pagerank: 0.016719602, betweenness: 0.155555556, core: 2, component: 1, community: 2, community_name: 'Ilse Maran, Tomas Verell'},
  {id: 'per-adela-quist', name: 'Adela Quist', entity_type: 'person', role: 'Foreign Minister of Norrland Republic', mentions: 8, first_date: '2031-05-05', last_date: '2031-06-02', documents: ['merrow.txt', 'wells.txt'], degree: 3, weighted_degree: 3, pagerank: 0.020998211, betweenness: 0.155555556, core: 2, component: 1, community: 3, community_name: 'League of Northern States, Adela Quist'}
] AS row
MERGE (n:Entity {id: row.id})
SET n:Person, n += row;

UNWIND [
  {id: 'loc-valdoria', name: 'Valdoria', entity_type: 'place', role: 'country', iso: 'XV', wikidata: 'Q990001', mentions: 3, first_date: '2031-05-05', last_date: '2031-05-05', documents: ['merrow.txt'], degree: 4, weighted_degree: 8, pagerank: 0.055219062, betweenness: 0.325925926, core: 2, component: 1, community: 1, community_name: 'Kestria, Lake Merrow'},
  {id: 'loc-kestria', name: 'Kestria', entity_type: 'place', role: 'country', iso: 'XK', wikidata: 'Q990002', mentions: 6, first_date: '2031-05-05', last_date: '2031-06-02', documents: ['merrow.txt', 'wells.txt'], degree: 4, weighted_degree: 10, pagerank: 0.355585757, betweenness: 0.140740741, core: 2, component: 1, community: 1, community_name: 'Kestria, Lake Merrow'},
  {id: 'loc-lake-merrow', name: 'Lake Merrow', entity_type: 'place', role: 'lake', mentions: 5, first_date: '2031-05-05', last_date: '2031-05-05', documents: ['merrow.txt'], degree: 4, weighted_degree: 6, pagerank: 0.341718728, betweenness: 0.125925926, core: 2, component: 1, community: 1, community_name: 'Kestria, Lake Merrow'},
  {id: 'loc-orsk-bay', name: 'Orsk Bay', entity_type: 'place', role: 'city', mentions: 8, first_date: '2031-05-05', last_date: '2031-06-02', documents: ['merrow.txt', 'wells.txt'], degree: 2, weighted_degree: 2, pagerank: 0.023825433, betweenness: 0.051851852, core: 2, component: 1, community: 1, community_name: 'Kestria, Lake Merrow'}
] AS row
MERGE (n:Entity {id: row.id})
SET n:Place, n += row;

UNWIND [
  {id: 'org-river-basin-commission', name: 'River Basin Commission', entity_type: 'organisation', role: 'treaty body', mentions: 3, first_date: '2031-05-05', last_date: '2031-05-05', documents: ['merrow.txt'], degree: 2, weighted_degree: 3, pagerank: 0.020272518, betweenness: 0.022222222, core: 2, component: 1, community: 3, community_name: 'League of Northern States, Adela Quist'},
  {id: 'org-league-of-northern-states', name: 'League of Northern States', entity_type: 'organisation', role: 'alliance', aliases: ['LNS'], mentions: 6, first_date: '2031-05-05', last_date: '2031-06-02', documents: ['merrow.txt', 'wells.txt'], degree: 2, weighted_degree: 2, pagerank: 0.039900736, betweenness: 0.022222222, core: 2, component: 1, community: 3, community_name: 'League of Northern States, Adela Quist'},
  {id: 'org-merrow-water-company', name: 'Merrow Water Company', entity_type: 'organisation', role: 'utility', mentions: 5, first_date: '2031-05-05', last_date: '2031-05-05', documents: ['merrow.txt'], degree: 2, weighted_degree: 2, pagerank: 0.016719602, betweenness: 0.011111111, core: 2, component: 1, community: 1, community_name: 'Kestria, Lake Merrow'}
] AS row
MERGE (n:Entity {id: row.id})
SET n:Organisation, n += row;

UNWIND [
  {source: 'per-ilse-maran', target: 'per-tomas-verell', relation: 'meets', status: 'actual', more: {support: 5, weight: 5, confidence: 0.9, symmetric: true, label: 'met', family: 'diplomacy', first_date: '2031-05-04', last_date: '2031-05-04', dates: ['2031-05-04'], place: ['Lake Merrow'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Maran met Verell on the shore of the lake.', 'Maran met Verell on the shore of the lake.', 'Maran met Verell on the shore of the lake.', 'Maran met Verell on the shore of the lake.', 'Maran met Verell on the shore of the lake.'], evidence_documents: ['merrow.txt', 'merrow.txt', 'merrow.txt', 'wells.txt', 'wells.txt']}},
  {source: 'per-adela-quist', target: 'per-tomas-verell', relation: 'meets', status: 'planned', more: {support: 1, weight: 1, confidence: 0.9, symmetric: true, label: 'will meet', family: 'diplomacy', first_date: '2031-06', last_date: '2031-06', dates: ['2031-06'], place: ['Lake Merrow'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Quist will receive Verell in June.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:MEETS {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-ilse-maran', target: 'per-tomas-verell', relation: 'agrees_with', status: 'actual', more: {support: 1, weight: 1, confidence: 0.9, symmetric: true, label: 'agreed with', family: 'diplomacy', first_date: '2031-05-05', last_date: '2031-05-05', dates: ['2031-05-05'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['The two signed a paper on fishing rights.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:AGREES_WITH {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-henrik-osgood', target: 'per-ilse-maran', relation: 'mediates', status: 'actual', more: {support: 3, weight: 3, confidence: 0.9, symmetric: false, label: 'mediated for', family: 'diplomacy', first_date: '2031-05-04', last_date: '2031-05-04', dates: ['2031-05-04'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Osgood brokered the talks.', 'Osgood brokered the talks.', 'Osgood brokered the talks.'], evidence_documents: ['merrow.txt', 'merrow.txt', 'wells.txt']}},
  {source: 'per-henrik-osgood', target: 'per-tomas-verell', relation: 'mediates', status: 'actual', more: {support: 3, weight: 3, confidence: 0.9, symmetric: false, label: 'mediated for', family: 'diplomacy', first_date: '2031-05-04', last_date: '2031-05-04', dates: ['2031-05-04'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Osgood brokered the talks.', 'Osgood brokered the talks.', 'Osgood brokered the talks.'], evidence_documents: ['merrow.txt', 'merrow.txt', 'wells.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:MEDIATES {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-adela-quist', target: 'per-ilse-maran', relation: 'supports', status: 'possible', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'may support', family: 'diplomacy', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Quist may back Maran\'s proposal.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:SUPPORTS {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-ilse-maran', target: 'loc-valdoria', relation: 'head_of_state_of', status: 'actual', more: {support: 4, weight: 4, confidence: 0.9, symmetric: false, label: 'is head of state of', family: 'politics', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Maran, president of Valdoria, smiled.', 'Maran, president of Valdoria, smiled.', 'Maran, president of Valdoria, smiled.', 'Maran, president of Valdoria, smiled.'], evidence_documents: ['merrow.txt', 'merrow.txt', 'wells.txt', 'wells.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:HEAD_OF_STATE_OF {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-tomas-verell', target: 'loc-kestria', relation: 'head_of_government_of', status: 'actual', more: {support: 4, weight: 4, confidence: 0.9, symmetric: false, label: 'is head of government of', family: 'politics', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Verell, prime minister of Kestria, did not.', 'Verell, prime minister of Kestria, did not.', 'Verell, prime minister of Kestria, did not.', 'Verell, prime minister of Kestria, did not.'], evidence_documents: ['merrow.txt', 'merrow.txt', 'wells.txt', 'wells.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:HEAD_OF_GOVERNMENT_OF {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-henrik-osgood', target: 'org-river-basin-commission', relation: 'leads', status: 'actual', more: {support: 2, weight: 2, confidence: 0.9, symmetric: false, label: 'leads', family: 'politics', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Osgood leads the River Basin Commission.', 'Osgood leads the River Basin Commission.'], evidence_documents: ['merrow.txt', 'wells.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:LEADS {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'org-river-basin-commission', target: 'org-league-of-northern-states', relation: 'part_of', status: 'actual', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'is part of', family: 'places', documents: ['https://news.example/a?x=1&y=2'], evidence: ['The commission is an organ of the League of Northern States.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:PART_OF {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'loc-lake-merrow', target: 'loc-kestria', relation: 'located_in', status: 'actual', more: {support: 2, weight: 2, confidence: 0.9, symmetric: false, label: 'is located in', family: 'places', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Lake Merrow lies in Kestria.', 'Lake Merrow lies in Kestria.'], evidence_documents: ['merrow.txt', 'wells.txt']}},
  {source: 'loc-orsk-bay', target: 'loc-valdoria', relation: 'located_in', status: 'actual', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'is located in', family: 'places', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Orsk Bay is Valdoria\'s only port.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:LOCATED_IN {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'loc-kestria', target: 'loc-lake-merrow', relation: 'controls', status: 'actual', more: {support: 2, weight: 2, confidence: 0.9, symmetric: false, label: 'controls', family: 'conflict', first_date: '2029', last_date: '2029', dates: ['2029'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Kestria has held the lake since 2029.', 'Kestria has held the lake since 2029.'], evidence_documents: ['merrow.txt', 'wells.txt']}},
  {source: 'loc-valdoria', target: 'loc-lake-merrow', relation: 'controls', status: 'negated', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'does not control', family: 'conflict', first_date: '2031-05-04', last_date: '2031-05-04', dates: ['2031-05-04'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Valdoria no longer controls the lake.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:CONTROLS {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'loc-valdoria', target: 'loc-kestria', relation: 'accuses', status: 'actual', more: {support: 2, weight: 2, confidence: 0.9, symmetric: false, label: 'accused', family: 'speech', first_date: '2031-04-28', last_date: '2031-04-28', dates: ['2031-04-28'], documents: ['https://news.example/a?x=1&y=2'], evidence: ['Valdoria accused Kestria of poisoning wells.', 'Valdoria accused Kestria of poisoning wells.'], evidence_documents: ['merrow.txt', 'wells.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:ACCUSES {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'org-merrow-water-company', target: 'loc-lake-merrow', relation: 'invests_in', status: 'actual', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'invests in', family: 'business', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Merrow Water Company put money into the lake.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:INVESTS_IN {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'org-merrow-water-company', target: 'loc-orsk-bay', relation: 'based_in', status: 'actual', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'is based in', family: 'places', documents: ['https://news.example/a?x=1&y=2'], evidence: ['The company has its seat in Orsk Bay.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:BASED_IN {relation: row.relation, status: row.status}]->(b)
SET r += row.more;

UNWIND [
  {source: 'per-adela-quist', target: 'org-league-of-northern-states', relation: 'member_of', status: 'actual', more: {support: 1, weight: 1, confidence: 0.9, symmetric: false, label: 'is a member of', family: 'politics', documents: ['https://news.example/a?x=1&y=2'], evidence: ['Quist sits in the League of Northern States.'], evidence_documents: ['merrow.txt']}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
MERGE (a)-[r:MEMBER_OF {relation: row.relation, status: row.status}]->(b)
SET r += row.more;
