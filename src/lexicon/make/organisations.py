# SPDX-License-Identifier: MIT
"""parties.tsv from The World Factbook, agencies.tsv from WordNet."""
import functools
import glob
import json
import math
import re

import known
import ordinary
import wordnet
from actors import is_called, is_rather_body
from places import state_sizes
from common import clean, distinct, is_latin, slug, source, write_table

PARTIES = """
Political parties and legislatures by country, with the abbreviations that are used.
Source: The World Factbook of May 2026 (CC0).  Made by: python3 src/lexicon/make/organisations.py
"""
AGENCIES = """
Government agencies, churches, leagues, schools and other bodies, most of the United States, that the tables before lack, and further forms of those they have.
""" + wordnet.NOTE.strip() + """
Made by: python3 src/lexicon/make/organisations.py
"""
HEAD = re.compile(r"\b(Part(y|ij|ido|i|ito)|Movement|Front|Union|Alliance|Congress|Coalition|League|Bloc|Rally|Forum|Group|Council|Organi[sz]ation|Army|"
                  r"Brigades?|Forces?|Jihad|Liberation|Committee|Command|Commandos|Cell|Resistance|Guards?|Corps|Democrats|Greens|Socialists|Liberals|"
                  r"Association|Federation|Confederation|Convention|Assembly|Parliament|Senate|Nation|Club|Power|Initiative|Platform|Civic|National|Republic|"
                  r"Republicans|Conservatives|Communist|Labou?r|Agency|Commission|Bank|Fund|Community|Court|Institute|Center|Centre|Office|Conference|"
                  r"Secretariat|Program(me)?|Society|Mission|Tribunal|Authority|Service|Bureau|Board|Administration|Department|Church|University|College|School)\b")
BODY = re.compile(r"\b(Navy|House|Reserve|System|Exchange|Survey|Staff|Library|Force|Cross|Crescent|Brotherhood|Observatory)\b")
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


@functools.lru_cache(None)
def other_names():
    """Names of people, of bodies in other tables and, where they are one word, of all that WordNet knows."""
    people = {known.key(f) for _, _, _, _, _, forms in known.rows("given-names.tsv", "surnames.tsv") for f in forms}
    things = {known.key(w) for synset in wordnet.nouns().values() for w in synset.words if " " not in w}
    return people | things | set(known.forms(*ACTORS))


def own_name(name, common, taken):
    """Whether a name is one that says nothing in English and names nothing else: "Likud", "Sinn Fein", but not "New Hope"."""
    words = re.findall(r"[^\W\d]+", name.lower())
    english = [w for w in words if w in common or w in wordnet.lower_words() or w.rstrip("s") in wordnet.lower_words()]
    return (good_name(name, common, 1) and len(name) > 3 and not name.isupper() and known.key(name) not in taken and known.key(name) not in other_names()
            and 0 < len(words) < 4 and len(english) < len(words) and (len(words) > 1 or not english) and not re.search(r"\b(Independent|Note|Other|None|Vacant)", name))


@functools.lru_cache(None)
def peoples():
    """Names and demonyms of countries by code."""
    return {identifier.split(":")[1]: [f.lstrip("~!@") for f in [name] + forms] for kind, identifier, name, _, _, forms in known.rows("countries.tsv") if kind == "country"}


def spellings(name, code):
    """How a party is called at home: without its country, and spelled both ways."""
    short = re.sub(r"^(\w+) and Unionist Party$", r"\1 Party", name)
    for people in peoples().get(code, ()):
        if name.startswith(people + " ") and name.endswith(" Party") or name.endswith(" Party of " + people) or name.endswith(" Party of the " + people):
            short = name.removeprefix(people + " ").removesuffix(" of " + people).removesuffix(" of the " + people)
    found = [short] if short != name and len(short.split()) > 1 else []
    return found + [f.replace("Labour", "Labor") for f in [name] + found if re.search(r"\bLabour\b", f)]


def parties(common, taken):
    rows, seen, sizes = [], set(), state_sizes()
    for code, government in country_files():
        for line in re.split(r"<br\s*/?>|\n|</p>|</strong>", text_of(government.get("Political parties"))):
            names = party_names(clean(line).replace("’", "'"))
            if not names or len(names[0]) > 70:
                continue
            name = re.sub(r"^The ", "", names[0])
            if code not in ("AU", "US"):  # the Factbook writes "Labor" for all
                name = re.sub(r"\bLabor\b", "Labour", name)
            if not (good_name(name, common, 2) and HEAD.search(name)) and not own_name(name, common, taken):
                continue
            forms = [("!" + n if acronym(n, common) else n) for n in names[1:] if n != name and is_latin(n)]
            forms = [f for f in forms if f[0] == "!" or good_name(f, common, 2) or own_name(f, common, taken)] + spellings(name, code)
            key = code.lower() + "-" + slug(name)
            mine = {known.key(f) for f in [name] + [f for f in forms if f[0] != "!"]}
            if key in seen or any(t[0] == "organisation" for m in mine for t in taken.get(m, []) if t[1] in OWN.get(code, ())):
                continue
            forms = [f for f in forms if f[0] == "!" or known.key(f) not in taken]
            short = [f for f in forms if f[0] == "!"]
            if is_variant([name], short, code == "GB" and not name.endswith("Party")):
                continue
            seen.add(key)
            rows.append((key, name, code, 40 + round(10 * math.log10(max(sizes.get(code, 1), 1))), *distinct(forms, {name})))
    return members_forms(clear_acronyms(rows, taken))


def clear_acronyms(rows, taken):
    """Rows whose acronyms of three letters are those alone that mean nothing else: the party's in the largest country that has one so called."""
    words = {w for s in wordnet.nouns().values() for w in s.words if w.isupper()}
    best = {}
    for row in rows:
        for form in row[4:]:
            if form not in best or row[3] > best[form][3]:
                best[form] = row
    def is_clear(row, form):
        return form[0] != "!" or len(form) > 4 or form.isupper() and best[form] is row and row[3] >= 80 and form[1:] not in words and form not in KNOWN and known.key(form) not in taken
    return [row[:4] + tuple(f for f in row[4:] if is_clear(row, f)) for row in rows]


def members_forms(rows):
    """Rows with what WordNet calls the members of a party, many of them: "Republicans"."""
    many = {}
    for synset in wordnet.nouns().values():
        found = re.match(r"an? (?:member|advocate|supporter) of the ([A-Z]\w+) [Pp]arty", synset.gloss.strip())
        if found and synset.file == wordnet.PERSON and synset.words[0][0].isupper() and synset.words[0][:4] == found[1][:4]:
            many.setdefault(found[1] + " Party", synset.words[0] + "s")
    best = {name: max((r[3] for r in rows if r[1] == name), default=0) for name in many}
    return [row + ((many[row[1]],) if row[3] == best.get(row[1]) else ()) for row in rows]


ACTORS = ("organs.tsv", "international.tsv", "intergovernmental.tsv", "nongovernmental.tsv", "media.tsv", "companies.tsv", "armed-groups.tsv", "groups.tsv")
COMMON = set()
OWN = {}   # ids of bodies by country
KNOWN = {}  # acronyms of international bodies, with the names that they stand for


def content(name):
    """Stems of the words that matter, so that spellings of one body meet."""
    return {re.sub(r"[^a-z]", "", w.lower()).replace("isation", "ization").replace("labour", "labor")[:6] for w in re.split("[ -]", name)
            if w.lower() not in SMALL} - {"", "organi", "party", "intern", "nation"}


def is_variant(names, acronyms, local=False):
    """Whether names are those of a international body: they share its acronym and a word, or nearly all words."""
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


def of_country():
    """By code: the usual name of a country, its adjective, and the acronyms that writers use for it."""
    found = {}
    for kind, identifier, name, iso, _, forms in known.rows("countries.tsv", "country-words.tsv"):
        entry = found.setdefault(iso or identifier.split(":")[1], {"name": name, "adjectives": [], "acronyms": []})
        entry["adjectives"] += [f[1:] for f in forms if f[0] == "~"]
        entry["acronyms"] += [f[1:] for f in forms if f[0] == "!" and len(f) < 6]
    return found


def chamber_names(text):
    """The English name of a legislature or chamber, and those of the country that are names by themselves."""
    local = [n for n in re.findall(r"\(([^()]+)\)", text) if " - " not in n and not all(t.lower() in COMMON or t in ("Parliament", "Senate") for t in n.split())]
    local = [n for n in local if good_name(n, set(), 1) and len(n) > 4]
    local = [n for n in local if not re.match(r"(Sena|Parlament|Parlement|Assembl|Camera|Congres|C[aá]mara|Chambre|Asamblea|Staten$|Majlis$|Alliance)", n)]
    english = re.sub(r" *\(.*| or .*", "", text)
    return english if good_name(english, set(), 1) and HEAD.search(english + " Parliament") else "", local


def legislatures(taken):
    rows, ids, countries = [], set(), of_country()
    for code, government in country_files():
        country = countries[code]
        for branch in ("Legislative branch", "Legislative branch - lower chamber", "Legislative branch - upper chamber"):
            node = government.get(branch)
            if not isinstance(node, dict):
                continue
            for field in ("legislature name", "chamber name"):
                english, local = chamber_names(clean(text_of(node.get(field))))
                forms = []
                own = [country["name"]] + country["adjectives"] + country["acronyms"]
                if english and any(w in english for w in own):
                    forms = [english]
                elif english:
                    before = [country["name"]] if country["acronyms"] else country["adjectives"][:1]
                    forms = [w + " " + english for w in before + country["acronyms"]] + [english + " of " + country["name"]]
                names = [n for n in local + forms if known.key(n) not in taken]
                key = code.lower() + "-" + slug(names[0]) if names else ""
                if names and key not in ids:
                    ids.add(key)
                    rows.append((key, names[0], code, 80, *distinct(names[1:]), "+parent=country:" + code))
                    taken.update((known.key(n), []) for n in names)
    return rows


# -------------------------------------------------------------------------------------- agencies

def agencies(common, taken):
    codes = known.country_codes()
    rows, more, seen = [], [], set()
    for synset in sorted(wordnet.nouns().values(), key=lambda s: s.words[0]):
        kinds = wordnet.classes(synset.id)
        school = synset.file == wordnet.ARTIFACT and kinds & {"university", "college"}
        if not school and (synset.file != wordnet.GROUP or not kinds & {"organization", "institution", "legislature", "armed service", "military service"} or kinds & {"religion", "sect", "polity"}):
            continue
        names = [w for w in synset.words if re.match(r"[A-Z]", w)]
        full = [n for n in names if good_name(n, common, 2)]
        short = ["!" + n for n in names if re.match(r"^[A-Z]{3,7}$", n) and n.lower() not in common]
        if not full or re.search(r"\b(department|school|denomination|agency|commission|company|unit|bank)$", full[0]):
            continue
        have = [t[1] for n in full for t in taken.get(known.key(n), []) if t[0] == "organisation" and t[1][0] != "="]
        if have:  # a body that another table has: further forms
            forms = [n for n in full if known.key(n) not in taken and not all({t.lower(), t.lower().rstrip("s")} & wordnet.lower_words() or t.lower() in SMALL for t in n.split())] + [n for n in short if known.key(n) not in taken]
            more += [("=" + have[0], *forms)] if forms and not have[0].startswith("party:") else []
            continue
        if any(known.key(n) in taken for n in full) or slug(full[0]) in seen or "Database" in full[0] or "Manhattan Project" in full or "European Law" in full[0]:
            continue
        found = {codes[known.key(w)] for w in re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", synset.gloss + " " + full[0]) if known.key(w) in codes}
        if not found and kinds & {"independent agency", "executive department", "executive agency", "government department", "agency", "law enforcement agency"}:
            found = {"US"}
        plain_words = all(t.lower() in common for t in full[0].split()[:-1]) and not (short or found and len(full[0].split()) > 2)
        if "terrorist organization" not in kinds and (not (HEAD.search(full[0]) or BODY.search(full[0])) or plain_words and not synset.to("@i")) or is_variant(full, short):
            continue
        seen.add(slug(full[0]))
        code = found.pop() if len(found) == 1 else "-"
        bare = [n.removesuffix(" University") for n in full if re.match(r"^[A-Z][a-z]{3,} University$", n)]
        bare = [n for n in bare if known.key(n) not in taken and n.lower() not in common and is_rather_body(n)]
        called = [m[1:] for m in short if is_called(m[1:], full[0], 20)]
        name = called[0] if called else full[0]
        rows.append((slug(full[0]), name, code, 100, *distinct(full + bare + short, {name, "!" + name})))
    return rows + more


def main():
    common = ordinary.words()
    COMMON.update(common)
    taken = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "regions.tsv", "cities.tsv", "organs.tsv")
    for kind, identifier, name, iso, _, forms in known.rows("international.tsv", "intergovernmental.tsv", "organs.tsv"):
        OWN.setdefault(iso, set()).add(identifier)
        for mark in [f for f in forms if f[0] == "!"] + ["!" + f for f in [name] + forms if f.isupper()] or [identifier]:
            KNOWN.setdefault(mark, []).extend([n for n in [name] if n] + [f for f in forms if f[0] not in "!~@"])
    rows = parties(common, taken)
    houses = legislatures(dict(taken))
    write_table("parties.tsv", PARTIES, ["%kind organisation", "%prefix party:"] + rows + ["%prefix house:"] + houses)
    taken = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "regions.tsv", "cities.tsv", *ACTORS, "parties.tsv")
    write_table("agencies.tsv", AGENCIES, ["%kind organisation", "%prefix agency:"] + agencies(common, taken))


if __name__ == "__main__":
    main()
