#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Accuracy floors on articles of our own: NAME.txt with the statements of NAME.tsv.

  floors.py [--errors] [--texts FOLDER] [--model FILE] ACTANT [--floor-f1 F] [--floor-precision P] [--floor-entities F] [--slack S]

A row is subject, relation, object, status, date and place, tabs between; "/" parts the names of one entity, "," relations of which any will do; "?"
in front marks a statement that is right when found and no loss when missed.  Statements are compared by subject, relation and object (a symmetric
relation either way); status, date and place are scored apart on those found, where the row gives them.  A name matches an entity's name or alias.
The last line shows how many statements are right by confidence; with --slack 0.1, of those of confidence 0.8 seven in ten must be, where there are
30 or more, and likewise of the others.
"""
import argparse, collections, json, pathlib, subprocess, sys, unicodedata

HERE = pathlib.Path(__file__).resolve().parent
Gold = collections.namedtuple("Gold", "optional subjects relations objects status date place")


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
            s, r, o, status, date, place = (line.lstrip("?").split("\t") + [""] * 3)[:6]
            names = lambda cell: {norm(n) for n in cell.split("/")}
            yield Gold(line[0] == "?", names(s), set(r.split(",")), names(o), status, date, norm(place))


def extract(command, path):
    out = subprocess.run([*command, str(path)], stdout=subprocess.PIPE, check=True).stdout.decode()
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
    c, hit, edges = collections.Counter(), set(), collections.defaultdict(list)
    for x in statements:
        edges[x["subject"], x["relation"], x["object"]].append(x)
    for (subject, relation, object_), rows in edges.items():
        st = rows[0]
        found = [i for i, g in enumerate(gold) if matches(g, names[subject], relation, names[object_], symmetric)]
        c["system"] += 1
        for x in rows:
            c["confidence", round(x["confidence"], 1)] += 1
            c["sure", round(x["confidence"], 1)] += bool(found)
        if not found:
            if errors:
                print(f"{path.stem}: extra   {entities[subject]['name']} {relation} {entities[object_]['name']} [{st['status']}] {st['rule']} {st['confidence']}: {st['evidence'][0]['text']}")
            continue
        c["right"] += 1
        hit.update(found)
        for key in ("status", "date", "place"):
            want = {getattr(gold[i], key) for i in found} - {""}
            have = {x.get(key) for x in rows} - {None}
            ok = bool(want & (set().union(*(names[i] for i in have)) if key == "place" else have))
            c[key + "_n"] += bool(want)
            c[key] += ok
            if errors and want and not ok:
                print(f"{path.stem}: {key:7} {entities[subject]['name']} {relation} {entities[object_]['name']}: {have}, not {want}: {st['evidence'][0]['text']}")
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
    ap.add_argument("--texts", type=pathlib.Path, default=HERE)
    ap.add_argument("--model")
    ap.add_argument("--floor-f1", type=float, default=0)
    ap.add_argument("--floor-precision", type=float, default=0)
    ap.add_argument("--floor-entities", type=float, default=0)
    ap.add_argument("--slack", type=float)
    args = ap.parse_args()
    symmetric, total = symmetric_relations(), collections.Counter()
    command = [args.command, "extract", *(["--model", args.model] if args.model else [])]
    for path in sorted(p.with_suffix(".txt") for p in args.texts.glob("*.tsv")):
        c = score(command, path, symmetric, args.errors)
        p, r = c["right"] / max(c["system"], 1), c["found"] / max(c["required"], 1)
        print(f"{path.stem:18} statements P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}")
        total += c
    p, r = total["right"] / max(total["system"], 1), total["found"] / max(total["required"], 1)
    entities = total["ent_found"] / max(total["ent_gold"], 1)
    part = lambda key: f"{key} {total[key] / max(total[key + '_n'], 1):.3f}"
    print(f"all                statements P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}  {part('status')}  {part('date')}  {part('place')}  entities of statements found {entities:.3f}")
    print("right by confidence: " + ", ".join(f"{k[1]:.1f}: {total['sure', k[1]]}/{n}" for k, n in sorted((k, n) for k, n in total.items() if isinstance(k, tuple) and k[0] == "confidence")))
    sure = ((k[1], total["sure", k[1]] / n) for k, n in total.items() if isinstance(k, tuple) and k[0] == "confidence" and n >= 30)
    checks = (("F1", f1(p, r), args.floor_f1), ("precision", p, args.floor_precision), ("entities", entities, args.floor_entities))
    failed = [what for what, have, floor in checks if have < floor]
    failed += [f"right of confidence {said}" for said, right in sure if args.slack is not None and right < said - args.slack]
    if failed:
        sys.exit("below the floor: " + ", ".join(failed))


if __name__ == "__main__":
    main()
