#!/usr/bin/env python3
"""spans.py ACTANT: every span of the statement stream, cut from the file (from the row's text where the file is not the text), is what the
row says; keys stand in their order; ids are there; standard input, a second run and more threads give the same rows."""
import json, pathlib, subprocess, sys

here = pathlib.Path(__file__).resolve().parent.parent
order = {
    "document": "kind doc title date url language text",
    "entity": "kind doc id name named type aliases wikidata role ids mentions",
    "statement": "kind doc subject relation object open status label date date_end place attributed_to confidence rule evidence",
}
order = {kind: keys.split() for kind, keys in order.items()}


def run(*arguments, **more):
    done = subprocess.run([sys.argv[1], "extract", "--unnamed", *arguments], cwd=here, capture_output=True, check=True, **more)
    return done.stdout


def check(rows):
    spans = 0
    for line in rows.decode("utf-8").split("\n")[:-1]:
        row = json.loads(line)
        known = order[row["kind"]]
        assert [k for k in known if k in row] == list(row), (row["kind"], list(row))
        if row["kind"] == "document":
            text, ids, before = row["text"].encode("utf-8"), set(), -1
            if row["doc"].endswith(".txt"):
                assert text == (here / row["doc"]).read_bytes(), row["doc"]
        elif row["kind"] == "entity":
            assert row["id"] not in ids, row["id"]
            ids.add(row["id"])
            begins = [mention["begin"] for mention in row["mentions"]]
            assert begins == sorted(begins) and begins[0] >= before, row["id"]
            before = begins[0]
            for mention in row["mentions"]:
                spans += 1
                assert text[mention["begin"]:mention["end"]].decode("utf-8") == mention["text"], mention
        else:
            assert row["subject"] != row["object"], row
            for key in ("subject", "object", "place", "attributed_to"):
                assert key not in row or row[key] in ids, row
            for evidence in row["evidence"]:
                spans += 1
                assert text[evidence["begin"]:evidence["end"]].decode("utf-8") == evidence["text"], evidence
                for part in ("subject", "trigger", "object"):
                    begin, end = evidence[part]
                    assert evidence["begin"] <= begin <= end <= evidence["end"], evidence
                    text[begin:end].decode("utf-8")
    return spans


files = ["texts/sample.txt", *sorted(str(p.relative_to(here)) for p in (here / "accuracy").glob("*.txt")),
         *sorted(str(p.relative_to(here)) for p in (here / "read" / "pages").glob("*.html"))]
rows = run("--text", *files)
spans = check(rows)
assert run("--text", "-j", "4", *files) == rows == run("--text", "-j", "1", *files), "threads change the rows"
sample = (here / "texts/sample.txt").read_bytes()
for changed in (b"\xef\xbb\xbf" + sample, sample.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + sample.replace(b"\n", b"\r\n")):
    given = run("--text", "-", input=changed)
    assert json.loads(given.split(b"\n")[0])["text"].encode("utf-8") == changed, "the text is not the file"
    spans += check(given)
wide = run("--text", "-", input=b"\xff\xfe" + sample.decode("utf-8").encode("utf-16-le"))
spans += check(wide)
print(f"{spans} spans of {len(files)} files")
assert spans > 500
