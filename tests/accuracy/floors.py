#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Accuracy floors on articles of our own: NAME.txt with the statements of NAME.tsv.

  floors.py [--errors] ACTANT [--floor-f1 F] [--floor-precision P] [--floor-entities F]

A row is subject, relation, object, status and date, tabs between; "/" parts the names of one entity, "," relations of which any will do; "?" in
front marks a statement that is right when found and no loss when missed.  Statements are compared by subject, relation and object (a symmetric
relation either way); status and date are scored apart on those found, where the row gives them.  A name matches an entity's name or alias.
"""
import argparse, collections, json, pathlib, subprocess, sys, unicodedata

HERE = pathlib.Path(__file__).resolve().parent
Gold = collections.namedtuple("Gold", "optional subjects relations objects status date")


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
            s, r, o, status, date = (line.lstrip("?").split("\t") + ["", ""])[:5]
            names = lambda cell: {norm(n) for n in cell.split("/")}
            yield Gold(line[0] == "?", names(s), set(r.split(",")), names(o), status, date)


def extract(command, path):
    out = subprocess.run([command, "extract", str(path)], stdout=subprocess.PIPE, check=True).stdout.decode()
    rows = [json.loads(line) for line in out.split("\n") if line]
    return {r["id"]: r for r in rows if r["kind"] == "entity"}, [r for r in rows if r["kind"] == "statement"]


def matches(gold, s, r, o, symmetric):
    if r not in gold.relations:
        return False
    return bool(s & gold.subjects and o & gold.objects) or (r in symmetric and bool(s & gold.objects and o & gold.subjects))


def score(command, path, symmetric, errors):
    entities, statements = extract(command, path)
    gold = list(gold_rows(path.with_suffix(".tsv")))
    names = {i: {norm(n) for n in [e["name"], *e.get("aliases", [])]} for i, e in entities.items()}
    c, hit = collections.Counter(), set()
    for st in {(x["subject"], x["relation"], x["object"]): x for x in statements}.values():
        found = [i for i, g in enumerate(gold) if matches(g, names[st["subject"]], st["relation"], names[st["object"]], symmetric)]
        c["system"] += 1
        if not found:
            if errors:
                print(f"{path.stem}: extra   {entities[st['subject']]['name']} {st['relation']} {entities[st['object']]['name']} [{st['status']}] {st['rule']}: {st['evidence'][0]['text']}")
            continue
        c["right"] += 1
        hit.update(found)
        for key, have in (("status", st["status"]), ("date", st.get("date"))):
            want = {getattr(gold[i], key) for i in found} - {""}
            c[key + "_n"] += bool(want)
            c[key] += have in want
            if errors and want and have not in want:
                print(f"{path.stem}: {key:7} {entities[st['subject']]['name']} {st['relation']} {entities[st['object']]['name']}: {have}, not {want}")
    for i, g in enumerate(gold):
        if not g.optional:
            c["required"] += 1
            c["found"] += i in hit
            if errors and i not in hit:
                print(f"{path.stem}: missing {'/'.join(sorted(g.subjects))} {','.join(sorted(g.relations))} {'/'.join(sorted(g.objects))}")
    named = {frozenset(x) for g in gold for x in (g.subjects, g.objects)}
    c["ent_gold"] = len(named)
    c["ent_found"] = sum(any(n & x for n in names.values()) for x in named)
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
    symmetric, total = symmetric_relations(), collections.Counter()
    for path in sorted(p.with_suffix(".txt") for p in HERE.glob("*.tsv")):
        c = score(args.command, path, symmetric, args.errors)
        p, r = c["right"] / max(c["system"], 1), c["found"] / max(c["required"], 1)
        print(f"{path.stem:18} statements P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}")
        total += c
    p, r = total["right"] / max(total["system"], 1), total["found"] / max(total["required"], 1)
    entities = total["ent_found"] / max(total["ent_gold"], 1)
    print(f"all                statements P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}  status {total['status'] / max(total['status_n'], 1):.3f}"
          f"  date {total['date'] / max(total['date_n'], 1):.3f}  entities of statements found {entities:.3f}")
    checks = (("F1", f1(p, r), args.floor_f1), ("precision", p, args.floor_precision), ("entities", entities, args.floor_entities))
    failed = [what for what, have, floor in checks if have < floor]
    if failed:
        sys.exit("below the floor: " + ", ".join(failed))


if __name__ == "__main__":
    main()
