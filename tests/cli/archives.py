# SPDX-License-Identifier: MIT
"""archives.py ACTANT: feeds, archives and WARC files as input: every document under its name, limits, bombs and damage told in a line."""
import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile

actant = os.path.abspath(sys.argv[1])
os.chdir(tempfile.mkdtemp())
TEXT = "John Miller met Susan Carter in London on Monday.\n"
PAGE = ("<html><head><title>Lake talks</title></head><body><article><h1>Lake talks</h1><p>Ilse Maran met Tomas Verell in Helsinki on "
        "Monday. They will meet again in Oslo on Friday.</p></article></body></html>")
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One &lt;b&gt;</title><link href="https://x.example/1"/>
<published>2023-01-02T10:00:00Z</published><content type="html">&lt;p&gt;%s&lt;/p&gt;</content></entry></feed>""" % TEXT


def run(name, *options, status=0, error=None):
    """The rows that extract prints."""
    done = subprocess.run([actant, "extract", "--text", name, *options], capture_output=True, timeout=120)
    lines = done.stderr.decode().splitlines()
    if done.returncode != status or (error is None) != (not lines) or (error and not any(error in line for line in lines)):
        sys.exit("%s: status %d, expected %d; %r, expected %r" % (name, done.returncode, status, lines[:3], error))
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def documents(*arguments, **more):
    return {row["doc"]: row for row in run(*arguments, **more) if row["kind"] == "document"}


def expect(found, wanted, where):
    if found != wanted:
        sys.exit("%s: %r, expected %r" % (where, found, wanted))


def write(name, data):
    with open(name, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return name


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def tarred(members, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as file:
        for name, data in members.items():
            data = data if isinstance(data, bytes) else data.encode()
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            file.addfile(entry, io.BytesIO(data))
    return out.getvalue()


# The same files in every kind of archive; pictures and hidden files are passed over.
members = {"a.txt": TEXT, "sub/naïve ☃.html": PAGE, "x.atom": FEED, "p.png": b"\x89PNG\r\n\x1a\n\0\0", "__MACOSX/._a.txt": b"\0\1\2\3"}
names = ["a.txt", "sub/naïve ☃.html", "x.atom!1"]
for name, data in [("m.zip", zipped(members)), ("m.tar", tarred(members)), ("m.tar.gz", tarred(members, "w:gz")),
                   ("m.tar.xz", tarred(members, "w:xz")), ("m.tar.bz2", tarred(members, "w:bz2"))]:
    found = documents(write(name, data))
    expect(sorted(found), sorted("%s!%s" % (name, member) for member in names), name)
    expect(found[name + "!a.txt"]["text"], TEXT, name)
    expect(found[name + "!x.atom!1"]["date"], "2023-01-02", name)
    expect(found[name + "!x.atom!1"]["url"], "https://x.example/1", name)
expect(list(documents(write("a.txt.gz", gzip.compress(TEXT.encode())))), ["a.txt.gz"], "a compressed file")
with open("m.zip", "rb") as file:
    done = subprocess.run([actant, "extract", "-"], stdin=file, capture_output=True)
expect(done.returncode, 0, "standard input")

# Archives in archives, as deep as is allowed.
nested = zipped({"in.txt": TEXT})
for depth in range(4):
    name = write("deep%d.zip" % depth, nested)
    expect(len(documents(name)), 1, name)
    nested = zipped({"in.zip": nested})
run(write("deep4.zip", nested), status=1, error="nested deeper than the limit of 3; raise it with --max-nesting")
expect(len(documents("deep4.zip", "--max-nesting", "4")), 1, "--max-nesting")
run("deep1.zip", "--max-nesting", "0", status=1, error="deep1.zip!in.zip: archives are nested deeper")

# Limits, each with the option that raises it; the other files are still read.
run(write("big.zip", zipped({"big.txt": "A b. " * 20_000_000, "a.txt": TEXT})), status=1, error="big.zip!big.txt: more bytes than the limit")
expect(len(documents("big.zip", status=1, error="--max-bytes")), 1, "beside a file that is too large")
run(write("many.zip", zipped({"m%d.md" % i: "" for i in range(300)} | {"z.txt": TEXT})), "--max-entries", "200", status=1, error="--max-entries")
expect(len(documents("many.zip")), 1, "many entries")
run("m.tar.gz", "--max-total", "1000", status=1, error="--max-total")
run(write("bomb.txt.gz", gzip.compress(b"A b. " * 60_000_000, 1)), status=1, error="more bytes than the limit")
skipped = {"x.bin": bytes(300_000_000), "a.txt": TEXT}  # unpacked only to be passed over
run(write("bomb.tar.gz", tarred(skipped, "w:gz")), "--max-total", "100M", status=1, error="unpacks to more than the limit of 104857600")
expect(len(documents("bomb.tar.gz")), 1, "a large file that is passed over")

# Damage, and nothing to read.
data = open("m.tar.gz", "rb").read()
run(write("cut.tar.gz", data[:len(data) // 2]), status=1, error="cut.tar.gz: damaged archive")
data = open("m.zip", "rb").read()
run(write("cut.zip", data[:len(data) // 2]), status=1, error="damaged archive")
run(write("none.zip", zipped({"p.png": "x"})), status=1, error="no articles in this archive")
run(write("empty.zip", zipped({})), status=1, error="no articles in this archive")
run(write("latin.zip", zipped({"l.txt": b"caf\xe9 caf\xe9", "a.txt": TEXT})), status=1, error="latin.zip!l.txt: byte 3: byte 0xE9 is not valid UTF-8")


def record(kind, url, body, content="application/http; msgtype=response"):
    body = body if isinstance(body, bytes) else body.encode()
    head = "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (kind, url, content, len(body))
    return head.encode() + body + b"\r\n\r\n"


def response(body, head="Content-Type: text/html; charset=UTF-8", status="200 OK"):
    return ("HTTP/1.1 %s\r\n%s\r\n\r\n" % (status, head)).encode() + (body if isinstance(body, bytes) else body.encode())


chunks = "".join("%x\r\n%s\r\n" % (len(PAGE[i:i + 50]), PAGE[i:i + 50]) for i in range(0, len(PAGE), 50)) + "0\r\n\r\n"
records = [
    record("warcinfo", "", "software: x", "application/warc-fields"),
    record("request", "https://l.example/page", "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", "https://l.example/page", response(PAGE)),
    record("response", "<https://l.example/chunked>", response(chunks, "Content-Type: text/html\r\nTransfer-Encoding: chunked")),
    record("response", "https://l.example/latin", response("<p>André Dupont met Adela Quist.</p>".encode("latin-1"),
                                                            'content-type: text/html; charset="iso-8859-1"')),
    record("response", "https://l.example/p.png", response(b"\x89PNG", "Content-Type: image/png")),
    record("response", "https://l.example/404", response(PAGE, status="404 Not Found")),
    record("conversion", "https://l.example/wet", TEXT, "text/plain"),
    record("response", "https://l.example/t.txt", response(TEXT, "Content-Type: text/plain")),
]
plain = documents(write("c.warc", b"".join(records)))
expect(sorted(plain), sorted("c.warc!https://l.example/" + page for page in ["page", "chunked", "latin", "wet", "t.txt"]), "c.warc")
expect(plain["c.warc!https://l.example/chunked"]["text"], plain["c.warc!https://l.example/page"]["text"], "chunks")
expect(plain["c.warc!https://l.example/latin"]["text"], "André Dupont met Adela Quist.", "charset")
expect(plain["c.warc!https://l.example/wet"]["url"], "https://l.example/wet", "address")
packed = documents(write("c.warc.gz", b"".join(map(gzip.compress, records))))  # a member a record, as crawlers write
expect([row["text"] for row in packed.values()], [row["text"] for row in plain.values()], "c.warc.gz")
run(write("cut.warc", b"".join(records[:3])[:-60]), status=1, error="damaged WARC: it ends inside a record")
expect(len(documents("c.warc", "--max-bytes", "220", status=1, error="--max-bytes")), 3, "pages over the limit")

# A folder is walked, archives and feeds in it too.
os.mkdir("folder")
write("folder/a.zip", zipped({"a.txt": TEXT}))
write("folder/b.rss", "<rss><channel><item><title>T</title><description>%s</description></item></channel></rss>" % TEXT)
write("folder/c.txt", TEXT)
expect(list(documents("folder")), ["folder/a.zip!a.txt", "folder/b.rss!1", "folder/c.txt"], "folder")
