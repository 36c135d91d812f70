# SPDX-License-Identifier: MIT
"""Make the corpus of the target "model": whole model files of a few thousand bytes, with tables of each kind, whose checksums
are right.  What the format is stands in src/model/weights.h, table.h and table_code.h; run this again when it changes.

    python3 tests/fuzz/make_models.py
"""
import pathlib
import struct

U64 = (1 << 64) - 1
P1, P2 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F
DENSE, CODED = 2, 3


def rotate(x, by):
    return (x << by | x >> (64 - by)) & U64


def checksum(data):
    lanes = [P1, P2, P1 ^ P2, len(data)]
    whole = len(data) // 32 * 32
    for at in range(0, whole, 32):
        for i, word in enumerate(struct.unpack_from("<4Q", data, at)):
            lanes[i] = rotate((lanes[i] + word * P2) & U64, 31) * P1 & U64
    total = sum(rotate(lane, by) for lane, by in zip(lanes, (1, 7, 12, 18))) & U64
    for byte in data[whole:]:
        total = rotate(total ^ byte * P1 & U64, 11) * P2 & U64
    total = (total ^ total >> 33) * P2 & U64
    return total ^ total >> 29


def dense(width, row_bits=2):
    cells = bytes((7 * i) % 256 for i in range(width << row_bits))
    return struct.pack("<4I", row_bits, width, 0, DENSE) + cells


def narrow():
    """Width 4: three weights, each 128 higher, and a check."""
    rows = b"".join(bytes((130, 126, 128 + i % 5, 1 + i)) for i in range(64))
    return struct.pack("<8I", 6, 4, 64, CODED, 0, 0, 0, 0) + b"\xff" * 8 + rows


def coded(width):
    """Sixty-four rows of one weight: the codes are 0 (no label passed over) and 1 (no label more), and two levels."""
    lengths = bytes(1 if i in (0, width - 1) else 0 for i in range(width))
    levels = bytes((5, 1, 253, 1))
    bits = "".join(f"0{i % 2}1" for i in range(64))
    stream = int(bits, 2).to_bytes(len(bits) // 8, "big") + bytes(8)
    front = struct.pack("<8I", 6, width, 64, CODED, len(bits), 2, 0, 0) + lengths + levels
    front += bytes(-len(front) % 8)
    checks = bytes(range(1, 65))
    blocks = struct.pack("<8I", *(24 * i for i in range(8)))
    return front + b"\xff" * 8 + checks + blocks + stream


def lemmas():
    """Four slots, the first of which names the only script: nothing is cut off, "x" is put on."""
    slots = struct.pack("<IH", 1, 1) + bytes(18)
    return struct.pack("<4I", 2, 1, 2, 0) + slots + struct.pack("<2I", 0, 2) + b"\x00x"


def model(sections):
    at = (32 + 48 * len(sections) + 63) // 64 * 64
    table, body = b"", b""
    for name, data in sections:
        body += bytes(-len(body) % 64)
        table += name.encode().ljust(24, b"\0") + struct.pack("<3Q", at + len(body), len(data), checksum(data))
        body += data
    front = b"\x89ACTANT\n" + struct.pack("<2I2Q", 2, len(sections), at + len(body), checksum(table)) + table
    return front.ljust(at, b"\0") + body


def sections(tagger, moves, labels, names):
    return [
        ("card", b"A model of no use.\n"),
        ("tagger.labels", bytes((1, 1, 8, 12, 16, 30))),
        ("table.tagger", tagger),
        ("table.moves", moves),
        ("table.labels", labels),
        ("table.names", names),
        ("table.sentences", dense(1, 6)),
        ("clusters", struct.pack("<4I", 5, 3, 9, 2)),
        ("lemmas", lemmas()),
    ]


corpus = pathlib.Path(__file__).parent / "corpus" / "model"
corpus.mkdir(exist_ok=True)
(corpus / "dense.model").write_bytes(model(sections(dense(64), dense(4), dense(64), dense(16))))
(corpus / "coded.model").write_bytes(model(sections(coded(64), narrow(), coded(64), coded(16))))
