/* SPDX-License-Identifier: MIT */
/* The help: an overview and one page a command, each within a screen of 24 lines of 80 columns. */
#include "cli.h"

#include <string.h>

static const char overview[] =
  "actant - prose in, a knowledge graph of people, places and organisations out\n"
  "\n"
  "  actant graph FILE... -o OUT...   read, extract, merge and write a graph\n"
  "  actant stats FILE...             tell who is central, and which communities\n"
  "  actant extract FILE...           print entities and statements as JSON Lines\n"
  "  actant annotate FILE...          print words, tags, trees and names as CoNLL-U\n"
  "  actant explain FILE... --between A B    show the sentences behind an edge\n"
  "  actant info                      list the formats and relations, and the model\n"
  "  actant rules --check FILE        try the examples of rule files\n"
  "\n"
  "FILE is text, HTML, RSS, Atom, JSON Lines or CoNLL-U, or a zip, tar or WARC of\n"
  "them; for graph and stats also GraphML, GEXF or what extract printed; a folder\n"
  "is walked; - is standard input.  Try:  actant graph article.txt -o graph.svg\n"
  "For every command that reads:\n"
  "  -d, --date DATE      the documents' date, for \"yesterday\" and the like\n"
  "      --format FORMAT  text, html, jsonl, conllu or feed; else by content\n"
  "      --encoding NAME  such as windows-1252; otherwise declared or detected\n"
  "      --max-bytes N    the largest file that is read (default 64M); of archives:\n"
  "      --max-total N    bytes unpacked (1G), --max-entries N, --max-nesting N\n"
  "      --model FILE     a model instead of the one built in\n"
  "      --rules FILE     more relations and rules; --names FILE your own names\n"
  "  -j, --jobs N         documents at a time (default: one a processor)\n"
  "actant COMMAND --help tells a command's own options; --version the version.\n"
  "Exit status: 0 done, 1 some input or output failed, 2 wrong usage.\n";

static const char graph[] =
  "actant graph FILE... -o OUT [-o OUT...]\n"
  "  -o, --output OUT     write here, in the format of the ending (.dot,\n"
  "                       .graphml, .gexf, .svg, .html, ...); may be repeated\n"
  "  -t, --to FORMAT      the format; needed with -o -, standard output\n"
  "      --title TEXT     the graph's title\n"
  "Pictures:\n"
  "      --layout NAME    dot, sfdp, neato, ...; otherwise by the graph's size\n"
  "      --theme NAME     light or dark;  --cluster  box communities in\n"
  "      --seed N         another layout, other communities; each N repeats\n"
  "Keep only:\n"
  "      --type T,...     nodes: person, place, organisation\n"
  "      --relation R,... edges of these relations; actant info lists them\n"
  "      --status S,...   edges: actual, planned, possible, negated\n"
  "      --since DATE     edges dated then or later;  --until DATE  or earlier\n"
  "      --min-support N  edges stated by N sentences or more\n"
  "      --min-confidence X   edges at least so sure, from 0 to 1\n"
  "      --around NAME    what is within --depth N edges (1) of this node\n"
  "      --paths A B      the shortest paths between two, or, with --length N,\n"
  "                       all of up to so many edges\n"
  "      --top N          the N nodes with the most edges\n"
  "      --isolated       keep nodes without edges too\n"
  "Options for reading: actant --help.\n";

static const char stats[] =
  "actant stats FILE... [--json]\n"
  "\n"
  "Prints a graph's relations, its communities by the names of their most central\n"
  "members, and of each entity the degree, the degree weighted by sentences, its\n"
  "PageRank, the share of shortest paths that lead through it (betweenness), the\n"
  "k-core it belongs to, its component and its community.\n"
  "\n"
  "      --json           everything as one JSON object\n"
  "      --rows N         rows of each table (default 20; 0: all)\n"
  "      --seed N         other communities; each N repeats\n"
  "      --pivots N       count paths from so many nodes; by default from all, or\n"
  "                       from as many as take a second\n"
  "  -o, --output OUT     write to a file instead of standard output\n"
  "\n"
  "What is kept is chosen as by actant graph: --type, --relation, --status,\n"
  "--since, --until, --min-support, --min-confidence, --around, --depth, --paths,\n"
  "--length, --top, --isolated.  Options for reading: actant --help.\n";

static const char extract[] =
  "actant extract FILE...\n"
  "\n"
  "Prints JSON Lines: a row for each document, then its entities by first mention,\n"
  "then its statements.  Offsets are bytes of the document's UTF-8 text.\n"
  "\n"
  "      --unnamed        entities that are known only by pronoun or role too\n"
  "      --open           what verbs say that no rule has, too, less surely; also\n"
  "                       for graph, stats and explain\n"
  "      --text           put the text into the document's row\n"
  "  -o, --output OUT     write to a file instead of standard output\n"
  "\n"
  "Options for reading: actant --help.\n";

static const char annotate[] =
  "actant annotate FILE...\n"
  "\n"
  "Prints CoNLL-U: words, lemmas, tags and trees of Universal Dependencies, and\n"
  "names in MISC as NER=B-PER (PER, LOC, ORG).\n"
  "\n"
  "  -o, --output OUT     write to a file instead of standard output\n"
  "\n"
  "Options for reading: actant --help.\n";

static const char explain[] =
  "actant explain FILE... [--between A B | --entity NAME]\n"
  "\n"
  "Prints what is stated between two entities, by any of their names, with the\n"
  "sentences, the rule that found it, and who is meant by \"he\" or \"the company\".\n"
  "\n"
  "  -b, --between A B    the two; \"\" for either is anyone; otherwise all is shown\n"
  "  -e, --entity NAME    every mention of one instead, and why it was taken for it\n"
  "  -o, --output OUT     write to a file instead of standard output\n"
  "\n"
  "Options for reading: actant --help.\n";

static const char info[] =
  "actant info\n"
  "\n"
  "Prints the version, the formats that a graph is written in, the relations, and\n"
  "the model's card: what it was trained on, how well it does, its licences.\n"
  "\n"
  "      --model FILE     of another model\n"
  "      --rules FILE     with these relations too; may be repeated\n";

static const char rules[] =
  "actant rules [--check FILE...]\n"
  "\n"
  "Tries the examples that stand in rule files, and prints those that do not hold;\n"
  "exit status 1 when there are any.  Without a file, the rules built in.\n"
  "\n"
  "      --check FILE     a file of relations and rules; may be repeated\n"
  "      --model FILE     with another model\n"
  "\n"
  "An example is a line \"+ text => NAME relation NAME\" or \"- text\".\n";

int cli_help(unsigned command)
{
  const char *text = command == CLI_GRAPH      ? graph
                     : command == CLI_STATS    ? stats
                     : command == CLI_EXTRACT  ? extract
                     : command == CLI_ANNOTATE ? annotate
                     : command == CLI_EXPLAIN  ? explain
                     : command == CLI_INFO     ? info
                     : command == CLI_RULES    ? rules
                                               : overview;
  cli_output output;
  if (cli_output_open(&output, "-") != CLI_DONE)
    return CLI_FAILED;
  actant_sink sink = cli_output_sink(&output);
  sink.write(sink.context, text, strlen(text));
  return cli_output_close(&output, true);
}
