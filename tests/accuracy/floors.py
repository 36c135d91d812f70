#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Accuracy floors on articles of our own: NAME.txt with the statements of NAME.tsv.

  floors.py [--errors] ACTANT [--floor-f1 F] [--floor-precision P] [--floor-entities F]

A row is subject, relation, object, status and date, tabs between; "?" in front marks a statement that is right when found and no loss when
missed.  Statements are compared by subject, relation and object (a symmetric relation either way); status and date are
scored apart on those found, where the row gives them.  A name matches an entity's name or alias.
"""
import argparse, json, pathlib, subprocess, sys, unicodedata

HERE = pathlib.Path(__file__).resolve().parent


def norm(name):
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return text[4:] if text.startswith("the ") else text


def symmetric_relations():
    rows = (HERE.parent.parent / "src" / "lexicon" / "relations.tsv").read_text(encoding="utf-8").splitlines()
    return {r.split("\t")[0] for r in rows if r and r[0] != "#" and "=" in r.split("\t")[1]}


def gold_rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            cells = (line.lstrip("?").split("\t") + ["", ""])[:5]
            yield line[0] == "?", cells


def score(command, path, symmetric, errors):
    out = subprocess.run([command, "extract", str(path)], stdout=subprocess.PIPE, check=True).stdout.decode()
    rows = [json.loads(line) for line in out.split("\n") if line]
    entities = {r["id"]: r for r in rows if r["kind"] == "entity"}
    gold, gold_names = {}, set()
    for optional, (s, r, o, status, date) in gold_rows(path.with_suffix(".tsv")):
        gold.setdefault((norm(s), r, norm(o)), [optional, []])[1].append((status, date))
        gold_names |= {norm(s), norm(o)}
    names = {i: next((norm(n) for n in [e["name"], *e.get("aliases", [])] if norm(n) in gold_names), "?" + e["name"]) for i, e in entities.items()}
    c = dict.fromkeys("right found system required status status_n date date_n ent_right ent_system ent_gold".split(), 0)
    hit = set()
    for st in {(x["subject"], x["relation"], x["object"]): x for x in rows if x["kind"] == "statement"}.values():
        key = (names[st["subject"]], st["relation"], names[st["object"]])
        if key not in gold and st["relation"] in symmetric:
            key = (key[2], key[1], key[0])
        c["system"] += 1
        if key not in gold:
            if errors:
                print(f"{path.stem}: extra   {entities[st['subject']]['name']} {st['relation']} {entities[st['object']]['name']} [{st['status']}] {st['rule']}: {st['evidence'][0]['text']}")
            continue
        c["right"] += 1
        hit.add(key)
        c["status_n"] += 1
        c["status"] += st["status"] in {s for s, _ in gold[key][1]}
        dates = {d for _, d in gold[key][1]} - {""}
        if dates:
            c["date_n"] += 1
            c["date"] += st.get("date") in dates
            if errors and st.get("date") not in dates:
                print(f"{path.stem}: date    {key} {st.get('date')} for {dates}")
    for key, (optional, _) in gold.items():
        if not optional:
            c["required"] += 1
            c["found"] += key in hit
            if errors and key not in hit:
                print(f"{path.stem}: missing {key}")
    c["ent_gold"] = len(gold_names)
    c["ent_right"] = len({n for n in names.values() if n in gold_names})
    c["ent_system"] = len(entities)
    return c


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def main():
    ap = argparse.ArgumentParser(usage=__doc__)
    ap.add_argument("command")
    ap.add_argument("--errors", action="store_true")
    ap.add_argument("--floor-f1", type=float, default=0)
    ap.add_argument("--floor-precision", type=float, default=0)
    ap.add_argument("--floor-entities", type=float, default=0)
    args = ap.parse_args()
    symmetric, total = symmetric_relations(), {}
    for path in sorted(HERE.glob("*.txt")):
        if path.name == "CMakeLists.txt":
            continue
        c = score(args.command, path, symmetric, args.errors)
        p, r = c["right"] / max(c["system"], 1), c["found"] / max(c["required"], 1)
        print(f"{path.stem:12} statements P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}")
        total = {k: total.get(k, 0) + v for k, v in c.items()}
    p, r = total["right"] / max(total["system"], 1), total["found"] / max(total["required"], 1)
    ep, er = total["ent_right"] / max(total["ent_system"], 1), total["ent_right"] / max(total["ent_gold"], 1)
    print(f"all          statements P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}  status {total['status'] / max(total['status_n'], 1):.3f}"
          f"  date {total['date'] / max(total['date_n'], 1):.3f}  entities P {ep:.3f} R {er:.3f} F1 {f1(ep, er):.3f}")
    failed = [w for w, have, floor in (("F1", f1(p, r), args.floor_f1), ("precision", p, args.floor_precision), ("entities", f1(ep, er), args.floor_entities)) if have < floor]
    if failed:
        sys.exit("below the floor: " + ", ".join(failed))


if __name__ == "__main__":
    main()
