// SPDX-License-Identifier: MIT
// The same text through wink-nlp (sentences, tags, entities) and compromise (sentences, tags, names), beside what actant does:
//   npm ci --prefix tests/bench/language
//   node tests/bench/language/compare.mjs build/actant long.jsonl
// One JSON line each: words (white space between them) a second of one processor's time, best of three, and how many times
// faster actant's `annotate` and `extract` are.  actant is measured as a process, from its start to its end.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import nlp from "compromise";

const [actant, path] = process.argv.slice(2);
const texts = path.endsWith(".jsonl")
  ? readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line).text)
  : [readFileSync(path, "utf8")];
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);

const wink = winkNLP(model);
const tools = {
  "wink-nlp": (text) => {
    const doc = wink.readDoc(text);
    doc.tokens().out(wink.its.pos);
    doc.entities().out();
  },
  compromise: (text) => {
    const doc = nlp(text);
    doc.json();
    doc.people().out("array");
    doc.places().out("array");
    doc.organizations().out("array");
  },
};

// Seconds of processor time of one run over all texts.
function timeTool(run, few) {
  const begin = process.cpuUsage();
  few.forEach(run);
  const used = process.cpuUsage(begin);
  return (used.user + used.system) / 1e6;
}

function timeActant(command) {
  const script = `s=$(mktemp); { time -p "$0" ${command} -j 1 "$1" > /dev/null; } 2> "$s"; cat "$s"; rm "$s"`;
  const { stdout } = spawnSync("bash", ["-c", script, actant, path], { encoding: "utf8" });
  const value = (name) => Number(new RegExp(`^${name} ([0-9.]+)$`, "m").exec(stdout)[1]);
  return value("user") + value("sys");
}

const best = (measure) => Math.min(measure(), measure(), measure());
const speed = {};
for (const command of ["annotate", "extract"]) {
  speed[command] = words / best(() => timeActant(command));
  console.log(JSON.stringify({ tool: `actant ${command}`, words, words_per_second: Math.round(speed[command]) }));
}
for (const [name, run] of Object.entries(tools)) {
  const few = name === "compromise" ? texts.slice(0, Math.ceil(texts.length / 20)) : texts; // it is slow
  const count = few.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  few.slice(0, 20).forEach(run); // warm
  const rate = count / best(() => timeTool(run, few));
  console.log(
    JSON.stringify({
      tool: name,
      words: count,
      words_per_second: Math.round(rate),
      annotate_is_faster: Number((speed.annotate / rate).toFixed(2)),
      extract_is_faster: Number((speed.extract / rate).toFixed(2)),
    }),
  );
}
