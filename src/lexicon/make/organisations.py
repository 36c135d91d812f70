# SPDX-License-Identifier: MIT
"""parties.tsv from The World Factbook, agencies.tsv from WordNet, groups.tsv from the event dictionaries."""
import glob
import json
import math
import re

import known
import ordinary
import wordnet
from places import state_sizes
from common import clean, distinct, is_latin, slug, source, write_table

PARTIES = """
Political parties and legislatures by country, with the abbreviations that are used.
Source: The World Factbook of May 2026 (CC0).  Made by: python3 src/lexicon/make/organisations.py
"""
AGENCIES = """
Government agencies, churches, leagues, schools and other bodies, most of the United States, that bodies.tsv lacks.
""" + wordnet.NOTE.strip() + """
Made by: python3 src/lexicon/make/organisations.py
"""
GROUPS = """
Armed groups and intergovernmental organisations that bodies.tsv lacks.  Capitals are restored by rule.
Source: Phoenix/TABARI event dictionaries of the Open Event Data Alliance (MIT licence), groups from the START TOPS list.
Made by: python3 src/lexicon/make/organisations.py
"""
HEAD = re.compile(r"\b(Part(y|ij|ido|i|ito)|Movement|Front|Union|Alliance|Congress|Coalition|League|Bloc|Rally|Forum|Group|Council|Organi[sz]ation|Army|"
                  r"Brigades?|Forces?|Jihad|Liberation|Committee|Command|Commandos|Cell|Resistance|Guards?|Corps|Democrats|Greens|Socialists|Liberals|"
                  r"Association|Federation|Confederation|Convention|Assembly|Parliament|Senate|Nation|Club|Power|Initiative|Platform|Civic|National|Republic|"
                  r"Republicans|Conservatives|Communist|Labou?r|Agency|Commission|Bank|Fund|Community|Court|Institute|Center|Centre|Office|Conference|"
                  r"Secretariat|Program(me)?|Society|Mission|Tribunal|Authority|Service|Bureau|Board|Administration|Department|Church|University|College|School)\b")
SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "las", "los", "el", "e", "y", "do", "da", "dos", "et", "des", "du", "di", "against", "with",
         "a", "an", "or", "from", "by", "at", "i", "ul", "al", "le", "les"}


def acronym(text, common):
    return re.match(r"^[A-Z][A-Za-zÀ-Ž-]{1,9}$", text) and sum(c.isupper() for c in text) >= 2 and len(text) >= 3 and text.lower() not in common


# --------------------------------------------------------------------------------------- parties

def party_names(line):
    """The name and further forms in "United Russia or UR", "New Ideas (Nuevas Ideas) or NI"."""
    line = re.sub(r"\((formerly|includes|dissolved|aka|led|note|founded|see|part of|also)[^)]*\)", "", line)
    line = re.sub(r"[;:].*$|\[.*?\]| - .*$|\bnote\b.*$", "", line)
    brackets = re.findall(r"\(([^()]+)\)", line)
    rest = re.sub(r"\([^()]*\)", " ", line)
    parts = [p.strip(" .,*/") for p in re.split(r" or | aka |/", rest)] + [b.strip() for b in brackets]
    return [re.sub(r"\s+", " ", p) for p in parts if p.strip()]


def country_files():
    codes = known.country_codes()
    for path in sorted(glob.glob(source("factbook", "*", "*.json"))):
        with open(path, encoding="utf-8") as file:
            government = json.load(file).get("Government", {})
        names = government.get("Country name", {})
        if not isinstance(names, dict):
            continue
        for field in ("conventional long form", "conventional short form"):
            name = names.get(field)
            code = codes.get(known.key(re.sub(r" \(.*", "", clean(name.get("text"))))) if isinstance(name, dict) else None
            if code:
                yield code, government
                break


def text_of(node):
    return (node.get("text") if isinstance(node, dict) else node) or ""


def parties(common, taken):
    rows, seen, sizes = [], set(), state_sizes()
    for code, government in country_files():
        for line in re.split(r"<br\s*/?>|\n|</p>|</strong>", text_of(government.get("Political parties"))):
            names = party_names(clean(line).replace("’", "'"))
            if not names or len(names[0]) > 70:
                continue
            name = re.sub(r"^The ", "", names[0])
            if not good_name(name, common, 2) or not HEAD.search(name):
                continue
            forms = [("!" + n if acronym(n, common) else n) for n in names[1:] if n != name and is_latin(n)]
            forms = [f for f in forms if f[0] == "!" or good_name(f, common, 2)]
            key = code.lower() + "-" + slug(name)
            mine = {known.key(f) for f in [name] + [f for f in forms if f[0] != "!"]}
            if key in seen or any(t[0] == "organisation" for m in mine for t in taken.get(m, []) if t[1] in OWN.get(code, ())):
                continue
            forms = [f for f in forms if f[0] == "!" or known.key(f) not in taken]
            short = [f for f in forms if f[0] == "!"]
            forms = [f for f in forms if f[0] != "!" or len(f) > 4]  # three letters mean too much else; a text explains them
            if is_variant([name], short, code == "GB"):
                continue
            seen.add(key)
            rows.append((key, name, code, 40 + round(10 * math.log10(max(sizes.get(code, 1), 1))), *distinct(forms, {name})))
    return rows


COMMON = set()
OWN = {}   # ids of bodies.tsv by country
KNOWN = {}  # acronyms of bodies.tsv, with the names that they stand for


def content(name):
    """Stems of the words that matter, so that spellings of one body meet."""
    return {re.sub(r"[^a-z]", "", w.lower()).replace("isation", "ization").replace("labour", "labor")[:6] for w in re.split("[ -]", name)
            if w.lower() not in SMALL} - {"", "organi", "party", "intern", "nation"}


def is_variant(names, acronyms, local=False):
    """Whether names are those of a body that bodies.tsv has: they share its acronym and a word, or nearly all words."""
    mine = [content(n) for n in names]
    for mark, bodies in KNOWN.items():
        for body in bodies:
            theirs = content(body)
            for words in mine:
                shared = len(words & theirs)
                if mark in acronyms and shared or words == theirs and local or shared and len(theirs) > 1 and shared >= len(words | theirs) - (1 if shared > 2 else 0):
                    return True
    return False


def good_name(name, common, words):
    tokens = name.split()
    if len(tokens) < words or len(tokens) > 10 or not name[0].isupper() or not is_latin(name) or re.search(r"[()\[\]0-9;:\"]", name):
        return False
    return not any(t[0].islower() and t.lower() not in SMALL and "-" not in t and "'" not in t for t in tokens)


def legislatures(taken):
    rows = []
    for code, government in country_files():
        for branch in ("Legislative branch", "Legislative branch - lower chamber", "Legislative branch - upper chamber"):
            node = government.get(branch)
            if not isinstance(node, dict):
                continue
            for field in ("legislature name", "chamber name"):
                local = re.findall(r"\(([^()]+)\)", clean(text_of(node.get(field))))
                local = [n for n in local if " - " not in n and not all(t.lower() in COMMON or t in ("Parliament", "Senate") for t in n.split())]
                names = [n for n in local if good_name(n, set(), 1) and len(n) > 4 and known.key(n) not in taken]
                names = [n for n in names if not re.match(r"(Sena|Parlament|Parlement|Assembl|Camera|Congres|C[aá]mara|Chambre|Asamblea|Staten$|Majlis$|Alliance)", n)]
                if names:
                    rows.append((code.lower() + "-" + slug(names[0]), names[0], code, 80, *names[1:], "+parent=country:" + code))
                    taken[known.key(names[0])] = []
    return rows


# -------------------------------------------------------------------------------------- agencies

def agencies(common, taken):
    codes = known.country_codes()
    rows, seen = [], set()
    for synset in sorted(wordnet.nouns().values(), key=lambda s: s.words[0]):
        kinds = wordnet.classes(synset.id)
        school = synset.file == wordnet.ARTIFACT and "university" in kinds
        if not school and (synset.file != wordnet.GROUP or not kinds & {"organization", "institution"} or kinds & {"religion", "sect", "polity"}):
            continue
        names = [w for w in synset.words if re.match(r"[A-Z]", w)]
        full = [n for n in names if good_name(n, common, 2)]
        short = ["!" + n for n in names if re.match(r"^[A-Z]{3,7}$", n) and n.lower() not in common]
        if not full or any(known.key(n) in taken for n in full) or not HEAD.search(full[0]) or all(t.lower() in common for t in full[0].split()[:-1]):
            if not ("terrorist organization" in kinds and full and not any(known.key(n) in taken for n in full)):
                continue
        if re.search(r"\b(department|school|denomination|agency|commission|company|unit|bank)$", full[0]) or slug(full[0]) in seen:
            continue
        if is_variant(full, short) or "Database" in full[0] or "Manhattan Project" in full or "European Law" in full[0]:
            continue
        seen.add(slug(full[0]))
        found = {codes[known.key(w)] for w in re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", synset.gloss + " " + full[0]) if known.key(w) in codes}
        if not found and kinds & {"independent agency", "executive department", "executive agency", "government department", "agency", "law enforcement agency"}:
            found = {"US"}
        code = found.pop() if len(found) == 1 else "-"
        rows.append((slug(full[0]), full[0], code, 100, *distinct(full[1:] + short)))
    return rows


# ---------------------------------------------------------------------------------------- groups

def titled(raw):
    """Words in capitals made into a name: "AL-INTIQAMI_AL-PAKISTANI_" -> "Al-Intiqami al-Pakistani"."""
    words = re.sub(r"[_\s]+", " ", raw).strip().lower().split()
    out = []
    for at, word in enumerate(words):
        if at and word in SMALL:
            out.append(word)
        elif word.startswith("al-") and at:
            out.append("al-" + word[3:4].upper() + word[4:])
        elif "-" in word:
            out.append("-".join(p if p in SMALL and i else p[:1].upper() + p[1:] for i, p in enumerate(word.split("-"))))
        else:
            out.append(word[:1].upper() + word[1:])
    return " ".join(out)


def blocks(path, start=0, end=None):
    """Entries of a dictionary: names and codes."""
    names, codes = [], []
    with open(path, encoding="utf-8", errors="replace") as file:
        lines = file.read().split("\n")[start:end]
    for line in lines:
        line = re.sub(r"[;#].*$", "", line).rstrip()
        code = re.findall(r"\[([^\]]*)\]", line)
        name = re.sub(r"\[.*$", "", line).strip()
        if name and not name.startswith("+"):
            if names:
                yield names, codes
            names, codes = [name], code
        elif name:
            names += [name.lstrip("+")]
            codes += code
        else:
            codes += code
    if names:
        yield names, codes


def group_rows(found, taken, common, iso3, base):
    rows, seen = [], set()
    for names, codes in found:
        acronyms, full = [], []
        for raw in names:
            acronyms += re.findall(r"\(([A-Z][A-Z-]{2,8})\)", raw)
            bare = re.sub(r"\([^)]*\)|\+", " ", raw).replace("\"", "").strip("_ ")
            if re.match(r"^[A-Z]{3,6}$", bare) and len(names) > 1 and bare.lower() not in common:
                acronyms.append(bare)
            else:
                full.append(titled(bare))
        full = [f for f in full if good_name(f, common, 2) and re.match(r"^[A-Z][A-Za-z' .-]+$", f) and not f.lower().startswith(("un ", "the "))]
        full = [f for f in full if not all(t.lower() in common | SMALL for t in re.split("[ -]", f))]
        if not full or not HEAD.search(full[0]) or any(known.key(f) in taken for f in full) or slug(full[0]) in seen:
            continue
        if is_variant(full, ["!" + a for a in acronyms]):
            continue
        if base == 40 and len(full) + len(acronyms) < 2:
            continue
        if re.search(r"\b(Office|President|Director|Chief|Head|Member|Leader|Official|Envoy|Spokes\w+|Minister|Commissioner|Secretary|Chairman|Summit|Fighters?|Militants?)$|Based", full[0]):
            continue
        seen.add(slug(full[0]))
        code = next((iso3[c[:3]] for c in codes if c[:3] in iso3), "-")
        rows.append((slug(full[0]), full[0], code, base, *distinct(["!" + a for a in acronyms if len(a) > 3] + full[1:])))
    return rows


def main():
    common = ordinary.words()
    COMMON.update(common)
    taken = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "bodies.tsv", "regions.tsv", "cities.tsv")
    for kind, identifier, _, iso, _, _ in known.rows("bodies.tsv"):
        OWN.setdefault(iso, set()).add(identifier)
    for kind, identifier, name, iso, _, forms in known.rows("bodies.tsv"):
        for mark in [f for f in forms if f[0] == "!"] + ["!" + f for f in [name] + forms if f.isupper()] or [identifier]:
            KNOWN.setdefault(mark, []).extend([name] + [f for f in forms if f[0] not in "!~@"])
    rows = parties(common, taken)
    houses = legislatures(dict(taken))
    write_table("parties.tsv", PARTIES, ["%kind organisation", "%prefix party:"] + rows + ["%prefix house:"] + houses)
    write_table("agencies.tsv", AGENCIES, ["%kind organisation", "%prefix agency:"] + agencies(common, taken))
    with open(source("countries.json"), encoding="utf-8") as file:
        iso3 = {c["cca3"]: c["cca2"] for c in json.load(file)}
    taken = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "bodies.tsv", "agencies.tsv", "parties.tsv", "regions.tsv", "cities.tsv")
    armed = group_rows(blocks(source("event-dictionaries", "Phoenix.MilNonState.actors.txt")), taken, common, iso3, 40)
    bodies = group_rows(((n, c) for n, c in blocks(source("event-dictionaries", "Phoenix.International.actors.txt"), 745, 1519)
                         if any(x.startswith("IGO") for x in c)), taken, common, {}, 45)
    have = {r[0] for r in armed}
    write_table("groups.tsv", GROUPS, ["%kind organisation", "%prefix group:"] + armed + [b for b in bodies if b[0] not in have])


if __name__ == "__main__":
    main()
