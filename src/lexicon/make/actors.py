# SPDX-License-Identifier: MIT
"""international.tsv from The World Factbook; intergovernmental.tsv, nongovernmental.tsv, media.tsv, companies.tsv and groups.tsv from the event
dictionaries.  No name is picked by hand: a class is taken whole, less what is no name of a body (people, who have dates or a given name; offices; words of
ordinary English) and what an earlier table has already, to which only further forms are added."""
import collections
import functools
import glob
import json
import math
import os
import re

import known
import ordinary
import wordnet
from casing import SMALL, Casing, initials, prose
from common import clean, distinct, plain, slug, source, write_table

PHOENIX = """
Source: Phoenix/TABARI event dictionaries, copyright 2014 Open Event Data Alliance (MIT licence).  Capitals are restored by rule.
Made by: python3 src/lexicon/make/actors.py
"""
HEADS = {
    "international": """
Bodies that The World Factbook (CC0, May 2026) names together with their acronyms, and those that it says countries take part in.
Weight: by how many countries take part and how often it names the body.
Made by: python3 src/lexicon/make/actors.py
""",
    "intergovernmental": "\nIntergovernmental organisations and their organs that international.tsv lacks, and further forms of those it has." + PHOENIX,
    "nongovernmental": "\nNon-governmental organisations." + PHOENIX,
    "media": "\nNews media." + PHOENIX,
    "companies": "\nCompanies worth a thousand million dollars and more, or without a figure.  Weight: by worth." + PHOENIX,
    "armed-groups": """
Groups that The World Factbook (CC0, May 2026) lists as terrorist groups, by country.
Made by: python3 src/lexicon/make/actors.py
""",
    "groups": "\nArmed groups that armed-groups.tsv lacks, from the START TOPS list." + PHOENIX,
}
PREFIX = {"international": "org", "intergovernmental": "org", "nongovernmental": "ngo", "media": "media", "companies": "company", "groups": "group", "armed-groups": "armed"}
# Families of codes, with whom a body of the family belongs to.
FAMILIES = {"IGOUNO": "United Nations", "IGOEUREEC": "European Union", "IGOWSTNAT": "North Atlantic Treaty Organization", "IGOAFRAFU": "African Union"}
NO_FAMILY = {"Western European Union", "Council of Europe", "European Community", "International Energy Agency"}  # which the source puts in one
NO_SHORT = set()  # given names and places, which a lone word rather means
PERSON = re.compile(r"\b(Presidents?|Directors?|Chiefs?|Head|Members?|Leaders?|Officials?|Envoys?|Spokes\w+|Ministers?|Commissioner|Secretary|Secretaries|Chairman|Summit|Fighters?|"
                    r"Militants?|Operatives|Experts?|Representatives?|Monitors?|Peacekeepers?|Soldiers?|Troops|Personnel|Resident|Rapporteur|Bodies|Workers'?$|Staff|Journalist|"
                    r"Reporter|Countries|Contingent|Executive Officer|Chief Executive|Based|Linked|Backed|Delegation|Activists?|Supporters|Rebels?|Leadership|"
                    r"Unidentified|Unknown|Suspected|Vessel|Consultants?|Ambassador|Advisor|Adviser|Coordinator|Employees?|Lawyers?$|Analyst|Secy|Gen|Commission to|Government Organi[sz]ation)\b|\bUnited Nations (Mission|Office|Agency|Body|Force)$")
HEAD = re.compile(r"\b(Academy|Acad\w+|Action|Agenc\w+|Alliance|Arm(y|ies)|Assembly|Association|Authority|Bank|Board|Brigades?|Bureau|Cent(er|re)|Chamber|Church|Club|Coalition|College|Command\w*|"
                  r"Commission|Committee|Community|Conference|Confederation|Congress|Convention|Cooperation|Corps|Council|Court|Department|Development|Federation|Forces?|Forum|Foundation|"
                  r"Front|Fund|Group|Guards?|Initiative|Institut\w*|International|Jihad|League|Market|Mission|Movement|Network|Office|Operation|Organi[sz]ation|Pact|Parliament|"
                  r"Partnership|Program(me)?|Project|Secretariat|Service|Societ[yé]|Task Force|Treaty|Tribunal|Trust|Union|Universit\w+|Watch|Without|World|Arrangement|"
                  r"Red Cross|Relief|Cell|Nuclei|Faction|Tigers|Resistance|Liberation|Militia|Party|Cartel|Republics?|Post|Times|News|Journal|Press|Radio|Television|Broadcasting|Companies)\b")
LEGAL = re.compile(r",? (Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|LLC|L\.?P|P\.?L\.?C|N\.?V|S\.?A|A\.?G|SE|ASA|AB|Cos|& Co)\.?$", re.I)
SPELLINGS = (("Organization", "Organisation"), ("Program", "Programme"), ("Labor ", "Labour "), ("Center", "Centre"), ("Defense", "Defence"), ("Cooperation", "Co-operation"))


def same(name):
    """What spellings of one name have in common."""
    text = " " + re.sub(r"[^a-z0-9&]+", " ", plain(name).lower().replace("'s", "s").replace("'", "")) + " "
    for one, other in (("organisation", "organization"), ("programme ", "program "), ("labour", "labor"), ("centre", "center"), ("defence", "defense"), (" co operation", " cooperation"), (" inter ", " inter"), (" south east ", " southeast "),
                       (" the ", " "), (" u n ", " united nations "), (" un ", " united nations "), (" eu ", " european union "), (" telecommunications ", " telecommunication ")):
        text = text.replace(one, other)
    return text.strip()


def treebank_text():
    """Running text of the training parts of the treebanks, a line each."""
    for path in sorted(glob.glob(os.path.join(ordinary.CORPORA, "ewt", "*train*.conllu")) + glob.glob(os.path.join(ordinary.CORPORA, "gum-free", "*train*.conllu"))):
        with open(path, encoding="utf-8") as file:
            yield from (line[9:].strip() for line in file if line.startswith("# text = "))


@functools.lru_cache(None)
def prose_text():
    """What the Factbook and the treebanks say in sentences, as one string: no lists of acronyms."""
    said = [text for _, text in prose() if re.search(r"\b(the|was|has|is)\b", text) and text.count(",") * 6 < text.count(" ")]
    return "\n".join(said + list(treebank_text()))


@functools.lru_cache(None)
def people_called():
    """Words that stand behind a given name in prose: "Roger Williams"."""
    given = {n for n in known.forms("given-names.tsv")}
    return {last.lower() for first, last in re.findall(r"\b(?=([A-Z][a-z]+) ([A-Z][a-z]+))", prose_text()) if first.lower() in given and last.lower() not in given}


def is_rather_body(word):
    """Whether prose says a word mostly by itself or as a university's, not before or behind another name."""
    said = len(re.findall(r"\b%s\b" % word, prose_text()))
    else_named = len(re.findall(r"\b%s (?!University|College|Law|Medical|Business|School)[A-Z][a-z]|[a-z] [A-Z][a-z]+ %s\b" % (word, word), prose_text()))
    return said > 1 and else_named * 2 < said


def is_called(acronym, name, least=3):
    """Whether prose says an acronym that can be spoken far more often than the name that it stands for."""
    if not re.match(r"^[A-Z]{4,7}$", acronym) or not re.search("[AEIOU]", acronym) or acronym.lower() in wordnet.lower_words():
        return False
    short = len(re.findall(r"\b%s\b" % re.escape(acronym), prose_text()))
    return short >= least and short > 3 * len(re.findall(re.escape(name), prose_text()))


class Pool:
    """Bodies of all tables so far: a body is found by any form of its name."""

    def __init__(self, taken, cities, words):
        self.bodies, self.by_form, self.ids = [], {}, set()
        self.of_places, self.of_cities, self.words = taken, cities, words

    def is_free(self, table, name):
        taken = self.of_places.get(known.key(name), ())
        if table == "companies":  # of which some are called like a river or a mountain
            return all(kind == "feature" for kind, _, _ in taken)
        return not taken and known.key(name) not in self.of_cities

    def find(self, names):
        for name in names:
            if same(name) in self.by_form:
                return self.by_form[same(name)]
        return None

    def add(self, table, names, acronyms, **facts):
        body = self.find(names if PREFIX[table] == "org" else names[:1])  # elsewhere a further name may be that of another body as well
        if body is None:
            names = [n for n in names if self.is_free(table, n) and same(n) not in self.by_form]
            if not names:
                return None
            body = {"table": table, "name": names[0], "rows": collections.defaultdict(list), "acronyms": [], "weight": 0, "iso": "-", "code": "", **facts}
            base = slug(names[0])
            if PREFIX[table] + ":" + base in self.ids:
                return None
            body["id"] = PREFIX[table] + ":" + base
            self.ids.add(body["id"])
            self.bodies.append(body)
        body["weight"] = max(body["weight"], facts.get("weight", 0))
        body["code"] = body["code"] or facts.get("code", "")
        for name in names:
            if self.by_form.setdefault(same(name), body) is body and self.is_free(table, name):
                body["rows"][table].append(name)
        for acronym in acronyms:
            if len(acronym) > 1 and (table in ("international", "intergovernmental") or acronym.lower() not in self.words):
                body["rows"][table].append("!" + acronym)
                body["acronyms"].append(acronym)
        return body


# ------------------------------------------------------------------------------------- The World Factbook

def participations():
    found = collections.Counter()
    for path in sorted({p for p, _ in prose()}):
        with open(path, encoding="utf-8") as file:
            node = json.load(file).get("Government", {}).get("International organization participation", {})
        for name in re.split(r"[,;]", re.sub(r"\([^)]*\)|^.*?:", "", clean(node.get("text", "")))):
            if re.match(r"^ *[A-Z]", name):
                found[name.strip()] += 1
    return found


def expansion(before, acronym):
    """The last words before "(ACRONYM)" that it is the initials of."""
    words = before.split(" ")
    for start in range(len(words) - 1, max(-1, len(words) - 14), -1):
        name = " ".join(words[start:])
        if not words[start][:1].isupper() or words[start].lower() in SMALL:
            continue
        expanded = re.sub(r"^US\b", "United States", re.sub(r"\bUN\b", "United Nations", name))
        if acronym.upper().replace("-", "") in {initials(n, small) for n in (name, expanded) for small in (True, False)} or len(acronym) > 3 and " " in name and stands_for(acronym, expanded):
            return expanded
    return None


def factbook_pairs():
    found = collections.defaultdict(collections.Counter)
    where = collections.defaultdict(set)
    for path, text in prose():
        for match in re.finditer(r"((?:[\w'’.-]+,? ){1,14})\((?:the )?([A-Z][A-Za-z-]{1,10})\)", text):
            name = expansion(match[1].strip().replace("’", "'"), match[2]) if sum(c.isupper() for c in match[2]) > 1 else None
            if name and not re.search(r"\b[A-ZÀ-Ž]{4,}\b", name) and len(name.split()) > 1 and not re.search(r"[.,] ", name):
                found[name][match[2]] += 1
                where[name].add(path)
    return found, where


def mentions(pool):
    """How often the prose of the Factbook names each body, by its name or by an acronym that nothing else has."""
    forms = collections.defaultdict(list)
    for body in pool.bodies:
        for form in [body["name"]] + body["acronyms"]:
            forms[form].append(body)
    counts = collections.Counter()
    first = collections.defaultdict(list)
    for form in forms:
        first[form.split(" ")[0]].append(form)
    for _, text in prose():
        words = re.findall(r"[\w'’&.-]*[\w]", text)
        for at, word in enumerate(words):
            for form in first.get(word, ()):
                if " ".join(words[at:at + form.count(" ") + 1]) == form:
                    counts[form] += 1
    for form, bodies in forms.items():
        for body in bodies:
            body.setdefault("counts", {})[form] = counts[form]
        if len(bodies) == 1:
            bodies[0]["mentions"] = bodies[0].get("mentions", 0) + counts[form]


def factbook(pool, parties, codes):
    taking_part = participations()
    pairs, where = factbook_pairs()
    for name in sorted(pairs, key=lambda n: (-sum(pairs[n].values()), n)):
        marks = [a for a, _ in pairs[name].most_common()]
        part = max(taking_part.get(a, 0) for a in marks)
        if name.endswith(("'s", "s'")) or name.endswith("Party") or known.key(name) in parties or not part and (not HEAD.search(re.sub(r"Post|Times|News|Journal|Press|Radio|Television|Broadcasting", "", name)) or not any(len(a) > 2 for a in marks)):
            continue
        if not part and re.search(r"Party|Alliance|Movement|Front|Rally|Coalition|Union|Zone|Convergence|Agreement|System|Republic", name):
            continue  # of parties, parties.tsv has those that are
        named = {codes[k] for k in codes if len(k) > 3 and re.search(r"\b" + re.escape(k) + r"\b", name.lower())}
        pool.add("international", [name] + spelled(name), [a for a in marks if len(a) > 2 or part], weight=60 + 5 * part, iso=named.pop() if len(named) == 1 and not part else "-")
    return taking_part


def full_name(pool, acronym, part):
    """The one body that an acronym can stand for: as WordNet says, or by its letters, all of them initials where there are only three."""
    if not re.match(r"^[A-Z][A-Za-z]{2,}$", acronym):
        return None
    for synset in wordnet.nouns().values():
        if acronym not in synset.words or synset.file != wordnet.GROUP:
            continue
        if not re.search(r"United States|\bUS\b|federal|Britain", synset.gloss) and "independent agency" not in wordnet.classes(synset.id):
            names = [w for w in synset.words if " " in w and w[0].isupper() and w != acronym]
            return pool.add("international", names, [], weight=60) if names else None
    found = []
    for body in pool.bodies:
        regional = re.match(r"IGO(AFR|MEA|ASA|EUR|LAM|SAS|SEA|WAF|EAF|NAF|SAF|CAF|CAS|SCN|CRB|SAM|NAM|EEU)", body["code"])
        names = [n for n in [body["name"]] + [f for fs in body["rows"].values() for f in fs] if " " in n]
        fits = any(acronym == initials(n, small) for n in names for small in (True, False)) or len(acronym) > 3 and any(stands_for(acronym, n) for n in names)
        if fits and body["table"] in ("international", "intergovernmental") and not body["acronyms"] and not (regional and part > 90):
            found.append(body)
    return found[0] if len(found) == 1 else None


def listed_groups(pool):
    """The groups that the Factbook lists under terrorism, with the acronyms in brackets behind them."""
    for path in sorted({p for p, _ in prose()}):
        with open(path, encoding="utf-8") as file:
            text = clean(json.load(file).get("Terrorism", {}).get("Terrorist group(s)", {}).get("text", "")).replace("’", "'")
        for item in text.split(";"):
            marks = re.findall(r"\(([A-Z][A-Za-z-]+)\)", item)
            name = re.sub(r"\([^)]*\)|/.*|–.*", "", item).strip(" .")
            name = re.sub(r"\s+", " ", name).removesuffix(" groups")
            if re.match(r"[A-Z]|al-", name) and 3 < len(name) < 60 and name[0].isalpha() and len(name.split()) < 9 and ":" not in name and not re.search(r"\b(note|has|are|is|was)\b", name):
                body = pool.add("armed-groups", [name], [m for m in marks if len(m) > 2], weight=200)
                if body:
                    body["listed"] = body.get("listed", 0) + 1


def name_families(pool):
    """What four listed groups and more begin with is a name of the one that is listed most."""
    families = collections.defaultdict(list)
    for body in pool.bodies:
        if body["table"] == "armed-groups":
            families[" ".join(body["name"].split(" ")[:2])].append(body)
    for name, bodies in families.items():
        if len(bodies) > 3 and len(name.split(" ")) == 2 and name.split(" ")[1].lower() not in SMALL:
            best = max(bodies, key=lambda b: (b.get("listed", 0), b["name"]))
            pool.by_form.setdefault(same(name), best)
            best["rows"]["armed-groups"].append(name)


def take_part(pool, taking_part):
    """Acronyms of bodies that countries take part in, given to the body that they stand for, or a body of their own."""
    owned = {a for b in pool.bodies for a in b["acronyms"]}
    for name, part in sorted(taking_part.items(), key=lambda x: (-x[1], x[0])):
        if part < 2 or name in owned:
            continue
        full = full_name(pool, name, part)
        if full is not None:
            full["rows"]["international"].append("!" + name)
            full["acronyms"].append(name)
        elif re.match(r"^[A-Z]{4,}$", name) or re.match(r"^G-\d+$", name):
            pool.add("international", [name], [name.replace("-", "")] if "-" in name else [], weight=60 + 5 * part)
        elif re.search(r"[a-z]{3}", name) and (len(name) > 6 or name[1].islower()) and name.lower() not in wordnet.lower_words() and "Convention" not in name:
            pool.add("international", [name], [], weight=60 + 5 * part)


# ------------------------------------------------------------------------------------ event dictionaries

def blocks(name):
    """Entries of a dictionary: (names in capitals, codes, whether dated, the comment), people of whom the source gives the years left out."""
    with open(source("event-dictionaries", name), encoding="utf-8", errors="replace") as file:
        lines = file.read().split("\n")
    entry = None
    for line in lines:
        line, _, comment = line.partition(";")
        line = re.sub(r"#.*$", "", line).rstrip()
        found = re.findall(r"\[([^\]]*)\]", line)
        raw = re.sub(r"\[.*$", "", line).strip()
        if raw and not raw.startswith("+"):
            if entry and entry[0]:
                yield entry
            entry = ([raw], [], comment)
        elif raw and entry:
            entry[0].extend(r for r in raw.split("+") if r)
        if entry:
            entry[1].extend(found)
            entry = (entry[0], entry[1], entry[2] or comment)
    if entry:
        yield entry


def spelled(name):
    """Further spellings of a name."""
    out = [name.replace(a, b) for a, b in SPELLINGS if a in name and b not in name] + [name.replace(b, a) for a, b in SPELLINGS if b in name]
    if name.startswith("United Nations "):
        out += ["UN " + name[15:], "U.N. " + name[15:]]
    elif name.startswith("United States "):
        out += ["US " + name[14:], "U.S. " + name[14:]]
    elif name.startswith("European Union "):
        out.append("EU " + name[15:])
    return out


@functools.lru_cache(None)
def ordinary_words():
    return ordinary.words()


class Source:
    """One dictionary, its names in ordinary writing, with acronyms apart."""

    def __init__(self, name, casing, given, surnames):
        self.casing, self.given, self.surnames = casing, given, surnames
        self.entries = []
        for raws, codes, comment in blocks(name):
            if codes and not any(re.search(r"\d{4}", c) for c in codes):
                self.entries.append((self.forms(raws), codes, comment))

    def forms(self, raws):
        full, short, head = [], [], False
        for at, raw in enumerate(raws):
            raw = raw.replace("_", " ").strip(' "')
            short += re.findall(r"\(([A-Z][A-Z-]{2,8})\)", raw)
            raw = re.sub(r"\([^)]*\)|\"", " ", raw)
            name = self.casing.name(re.sub(r"^THE (?!\w+$)", "", raw.strip(" +,.-")))
            name = re.sub(r"^(UN|U\.N\.) (?=\w)", "United Nations ", name)
            name = re.sub(r"^Inter (?=[A-Z])", "Inter-", name)
            name = re.sub(r"^EU (?=\w)", "European Union ", name)
            if re.match(r"^[A-Z][a-z]{3,7}$", name) and self.is_coined(name):
                name = name.upper()
            if re.match(r"^[A-Z&]{2,8}$", name):
                head = head or not at
                short.insert(0 if not at else len(short), name)
            elif len(name) > 3 and len(name.split()) < 13 and re.match(r"^[\w][\w '.,&!-]+$", name) and not PERSON.search(name):
                full.append(name)
        return distinct(full), distinct(short), head

    def is_coined(self, word):
        """Whether a word that no prose and no dictionary has cannot be said, so that it must be an acronym."""
        low = word.lower()
        known_word = low in self.casing.seen or low in self.casing.words or low in self.given or low in self.surnames
        return not known_word and re.search(r"^un(?!i|o|d|g)|^[^aeiouyhl]{2}(?<!ch|th|sh|br|bl|cr|cl|dr|fr|fl|gr|gl|pr|pl|tr|st|sp|sk|sl|sm|sn|sw|tw|kr|kl|kw|gw|kn|sc|wr|ph|qu|wh)|[^aeiouy]{4}|[aeiou]{3}|[^aeiouylrnstkdmxhpgz]$", low) is not None

    def is_person(self, name):
        words = name.split(" ")
        if re.search(r"\b(Bin|Bint|bin)\b|^(Abu|Emir|Sheikh|Mullah|Imam)\b", name) and not HEAD.search(name):
            return True
        return not HEAD.search(name) and 1 < len(words) < 5 and (words[0].rstrip(".").lower() in self.given or re.match(r"^[A-Z]\.?$", words[0]) is not None)

    def is_body(self, name, loose=False):
        words = re.split("[ -]", name)
        if len(words) == 1:
            return len(name) > (1 if name.isupper() else 4 - loose) and name.lower() not in (ordinary_words() if loose else self.casing.words) and name.lower() not in self.given | self.surnames
        if self.is_person(name) or not loose and all(w.lower() in ordinary_words() and not HEAD.search(w) for w in words):
            return False
        if HEAD.search(name):
            return len([w for w in words if w.lower() not in SMALL]) > 1
        return loose or any(len(w) > 3 and w.lower() in self.casing.words for w in words)

    def of(self, *prefixes, led=False):
        """Entries of some codes; `led`: an entry that begins with an acronym is named by it."""
        found = [(full, short, head, codes, comment) for (full, short, head), codes, comment in self.entries if any(c.startswith(p) for c in codes for p in prefixes)]
        return [(short[:1] + full if led and head else full, short[1:] if led and head else short, codes, comment) for full, short, head, codes, comment in found]


def is_misspelt(name, casing):
    """Whether a word of a name is unknown, and one letter from a known one."""
    for word in re.findall(r"[a-z]{7,}", name.lower()):
        if word in casing.words or word in casing.seen or word.endswith("s") and word[:-1] in casing.words:
            continue
        cut = [(word[:i], word[i:]) for i in range(len(word) + 1)]
        letters = "abcdefghijklmnopqrstuvwxyz"
        near = [a + b[1:] for a, b in cut if b] + [a + c + b for a, b in cut for c in letters] + [a + c + b[1:] for a, b in cut if b for c in letters]
        near += [a + b[1] + b[0] + b[2:] for a, b in cut if len(b) > 1]
        if any(n in casing.words for n in near):
            return True
    return False


def stands_for(acronym, name):
    """Whether an acronym takes the first letter of every word of a name that matters, in order, and other letters only from within."""
    words = re.sub(r"[^a-z ]", "", name.lower().replace("-", " ")).split(" ")
    letters, at = acronym.lower().replace("-", ""), 0
    for place, word in enumerate(words):
        rest = [w for w in words[place + 1:] if w and w not in SMALL]
        if at < len(letters) and word and word[0] == letters[at]:
            at += 1
            for c in word[1:] if word not in SMALL else "":
                if at < len(letters) and c == letters[at] and len(letters) - at > len(rest):
                    at += 1
        elif word not in SMALL | {"al", "ash", "as", "ar"}:
            return False
    return at == len(letters)


def joined(entries):
    """Acronyms that stand by themselves, given to the one entry whose initials they are."""
    entries = [(list(full), list(short), codes, comment) for full, short, codes, comment in entries]
    by_initials = collections.defaultdict(list)
    for entry in entries:
        for mark in {initials(n, small) for n in entry[0] for small in (True, False)}:
            by_initials[mark].append(entry)
    for full, short, codes, _ in entries:
        if not full:
            for mark in short:
                owners = [e for e in by_initials.get(mark, ()) if e[1] is not short]
                close = [e for e in owners if set(e[2]) & set(codes)] or owners
                if len({same(e[0][0]) for e in close}) == 1:
                    close[0][1].append(mark)
    return [e for e in entries if e[0]]


def phoenix(pool, table, entries, check, iso3, weigh):
    for full, short, codes, comment in entries:
        names = [n for n in full if check(n) and (n == full[0] or HEAD.search(n) or n.count(" ") != 1 or not HEAD.search(full[0]) and n.split(" ")[1].lower() in wordnet.lower_words())]
        if not names or not check(full[0]):
            continue
        weight = weigh(comment)
        if weight is None:
            continue
        spell = distinct([s for n in names for s in [n] + spelled(n)])
        places = [iso3[c[:3]] for c in codes if c[:3] in iso3] + [iso3[c[3:6]] for c in codes if c[3:6] in iso3]
        pool.add(table, spell, [a for a in distinct(short) if len(a) > 2], weight=weight, iso=places[0] if places else "-", code=codes[0])


def company_entries(entries, words, casing):
    """Names of companies without what the law adds, where what is left is still a name."""
    for full, short, codes, comment in entries:
        names = []
        for name in full:
            bare = name
            while LEGAL.search(bare):
                bare = LEGAL.sub("", bare)
            telling = [w for w in bare.split(" ") if w.lower() not in words and w.lower() not in casing.words and len(w) > 2]
            if bare != name and (telling or len(bare.split(" ")) > 2):
                names += [bare]
            names.append(name)
        if names:
            yield names + [s for s in short_names(names) if s not in words and s not in names], short, codes, comment


def short_names(names):
    """One word that is left of a company's name without what law and habit add: "Siemens AG", "Amazon.com"."""
    for name in names:
        bare = re.sub(r"\.com$", "", name)
        while LEGAL.search(bare):
            bare = LEGAL.sub("", bare)
        bare = re.sub(r"^The ", "", re.sub(r" (Group|Holdings?|International|Motors?)$", "", bare))
        if bare != name and re.match(r"^[A-Z][a-z]{3,}$", bare) and bare.lower() not in ordinary_words() and bare.lower() not in NO_SHORT | people_called():
            yield bare


def group_entries(entries, casing, pool):
    """Armed groups, of whose names those are kept that say what they are, or that prose has: the others may be people."""
    def telling(name):
        known_word = name.lower() in casing.seen or any(len(w) > 3 and w.lower() in casing.words for w in re.split("[ -]", name))
        return HEAD.search(name) or known_word or same(name) in pool.by_form or re.match(r"(Lashkar|Jaish|Harakat|Hizb|Ansar|Jamaat?|Jemaah|Tehrik|Al-Qa)", name)

    for full, short, codes, comment in entries:
        names = [n for n in full if telling(n)]
        if names and (names[0] == full[0] or HEAD.search(names[0])):
            yield names, short, [c for c in codes if not c.startswith(("IMG", "MUS"))] or ["-"], comment


def worth(comment):
    match = re.search(r"\$([\d,]+)", comment)
    if not match:
        return 100
    value = int(match[1].replace(",", ""))
    return round(60 * math.log10(value / 10 ** 8)) if value >= 10 ** 9 else None


# --------------------------------------------------------------------------------------------- output

def parents(pool):
    by_name = {same(b["name"]): b for b in pool.bodies}
    for body in pool.bodies:
        if body["table"] in ("companies", "media", "groups", "armed-groups"):
            continue
        words, parent = same(body["name"]).split(" "), None
        for size in range(len(words) - 1, 1, -1):
            parent = parent or by_name.get(" ".join(words[:size]))
        for family, head in FAMILIES.items():
            if body["code"].startswith(family) and body["name"] not in NO_FAMILY:
                parent = parent or by_name.get(same(head)) or pool.find([head])
        if parent is not None and parent is not body and parent["iso"] == "-":
            body["parent"] = parent["id"]


def acronyms_owned(pool):
    """Of bodies that claim an acronym, the weightiest; the others have it only where nothing is better known."""
    owners = {}
    for body in pool.bodies:
        for mark in set(body["acronyms"]):
            if mark not in owners or body["weight"] > owners[mark]["weight"]:
                owners[mark] = body
    return owners


def is_telling(body, acronym):
    """Whether an acronym is long enough, or of three letters that are widely used: others mean too much else, and a text explains them."""
    return len(acronym) > 3 or body["table"] in ("media", "companies", "intergovernmental") or body["weight"] >= 300 or body.get("counts", {}).get(acronym, 0) >= 10 - 5 * (body["table"] == "armed-groups")


def rows_of(pool, table, taken):
    owners = acronyms_owned(pool)
    rows = []
    for body in pool.bodies:
        forms = [f for f in distinct(body["rows"].get(table, [])) if f[0] != "!" or owners[f[1:]] is body and known.key(f) not in taken and is_telling(body, f[1:])]
        dotted = ["!" + ".".join(f[1:]) + "." for f in forms if re.match(r"^![A-Z]{2,3}$", f) and body["weight"] >= 200 and PREFIX[body["table"]] == "org"]
        if body["table"] == table:
            parent = ["+parent=" + body["parent"]] if "parent" in body else []
            called = [a for a in distinct(body["acronyms"]) if owners[a] is body and body["iso"] == "-" and is_called(a, body["name"])] if table in ("international", "intergovernmental") else []
            name, forms = (called[0], [body["name"]] + forms) if called else (body["name"], forms)
            rows.append((body["id"].split(":", 1)[1], name, body["iso"], body["weight"], *distinct(forms + dotted, {name, "!" + name}), *parent))
        else:
            have = {f for t, fs in body["rows"].items() if t != table for f in fs}
            forms = [f for f in forms + dotted if f not in have]
            if forms:
                rows.append(("=" + body["id"], *forms))
    return sorted(rows, key=lambda r: (r[0][0] == "=", r[0]))


def main():
    words = ordinary.words()
    cities = known.forms("cities.tsv")
    places = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "regions.tsv", "features.tsv", "lands.tsv", "organs.tsv")
    parties = known.forms("parties.tsv")
    given = set(known.forms("given-names.tsv")) - {"al", "dan", "an"}
    surnames = set(known.forms("surnames.tsv"))
    with open(source("countries.json"), encoding="utf-8") as file:
        iso3 = {c["cca3"]: c["cca2"] for c in json.load(file)}
    capitals = [re.sub(r"[_\s]+", " ", raw).strip() for f in ("International", "MilNonState") for e in blocks("Phoenix.%s.actors.txt" % f) for raw in e[0]]
    casing = Casing(capitals)
    pool = Pool(places, cities, words)
    codes = known.country_codes()
    taking_part = factbook(pool, parties, codes)
    world = Source("Phoenix.International.actors.txt", casing, given, surnames)
    armed = Source("Phoenix.MilNonState.actors.txt", casing, given, surnames)
    phoenix(pool, "intergovernmental", joined(world.of("IGO")), lambda n: world.is_body(n) and not is_misspelt(n, casing), {}, lambda _: 100)
    take_part(pool, taking_part)
    listed_groups(pool)
    name_families(pool)
    phoenix(pool, "media", world.of("MED", "ISRMED", led=True),
            lambda n: not world.is_person(n) and n.lower() not in words, iso3, lambda _: 300)
    phoenix(pool, "nongovernmental", joined(world.of("NGO")), world.is_body, iso3, lambda _: 60)
    phoenix(pool, "groups", group_entries(joined(armed.of("", led=True)), casing, pool), lambda n: armed.is_body(n, True), iso3, lambda _: 40)
    NO_SHORT.update(given, cities, known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "regions.tsv", "lands.tsv"))
    short = {s for full, _, _, _ in world.of("MNC", led=True) for s in short_names(full)}
    phoenix(pool, "companies", company_entries(world.of("MNC", led=True), words, casing), lambda n: world.is_body(n, True) or n in short, iso3, worth)
    mentions(pool)
    for body in pool.bodies:
        part = max([taking_part.get(a, 0) for a in body["acronyms"] + [body["name"]]])
        body["weight"] += 5 * min(part, 200) + 3 * min(body.get("mentions", 0), 400) if body["table"] in ("international", "intergovernmental") else min(body.get("mentions", 0), 60)
    parents(pool)
    for table, head in HEADS.items():
        write_table(table + ".tsv", head, ["%kind organisation", "%prefix " + PREFIX[table] + ":"] + rows_of(pool, table, {**places, **cities}))


if __name__ == "__main__":
    main()
