# SPDX-License-Identifier: MIT
"""brands.tsv and wikidata.tsv: bodies and identifiers from two packages of npm.

Unpack them below $ACTANT_NPM: `npm pack name-suggestion-index @rapideditor/country-coder`, then the first into name-suggestion-index/
and the second into country-coder/.
"""
import collections
import glob
import json
import os
import re

import known
import ordinary
import wordnet
from common import is_latin, source, write_table

ROOT = os.environ.get("ACTANT_NPM", "/tmp/npm")
SOURCE = """
Source: name-suggestion-index 8.0.20260918 (npm; BSD 3-clause, copyright 2017 to 2026 its contributors), whose labels and numbers are Wikidata's (CC0)"""
BRANDS = """
Companies, banks, shops, carriers, forces and agencies that the tables before lack.  The id is Wikidata's number.  Weight: by how many
public addresses the body has.
""" + SOURCE.strip() + """.
Changed: selected by description, ordinary words and names of people and places left out.
Made by: python3 src/lexicon/make/brands.py
"""
IDENTIFIERS = """
Wikidata's numbers of countries, divisions, cities and bodies that other tables list.
""" + SOURCE.strip() + """,
and @rapideditor/country-coder 5.6.1 (npm; ISC licence).  Made by: python3 src/lexicon/make/brands.py
"""
BODY = re.compile(r"\b(company|companies|bank|banking|retailer|corporation|manufacturer|maker|automaker|chain|conglomerate|airline|railway|insurer|lender|brewery|"
                  r"enterprise|subsidiary|group|firm|multinational|organi[sz]ation|charity|foundation|agency|university|college|army|navy|air force|police|guard|"
                  r"ministry|authority|institution|cooperative|franchise|broadcaster|publisher|operator|provider|supplier|business|utility|carrier|union|"
                  r"association|alliance|league|society|society|services network|service provider|postal service|law enforcement|brand)\b", re.I)
PLACE = re.compile(r"\b(city|town|village|municipality|commune|comune|district|state|province|prefecture|county|region|country|island|territory|capital|borough|"
                   r"department of|canton|voivodeship|oblast|republic)\b", re.I)
OTHER = re.compile(r"\b(flag|transit|bus (route|network|system|service)|school district|school|library|libraries|route|line|network of|system|product|website|logo|"
                   r"clinic|hospital|fire (department|service)|trust|municipal|park|museum)\b", re.I)
FEW, LEAST = 4, 5  # public addresses: of sectors that news writes about, and of others
SECTORS = re.compile(r"brands/(office|amenity/bank|shop/(car|truck|mobile_phone|supermarket|department_store)$|amenity/(fuel|post_office|payment_terminal))|operators/"
                     r"(landuse/military|office/government|man_made/pipeline|aeroway|power/plant|amenity/(police|post_office|embassy))")
LARGE = re.compile(r"\b(multinational|conglomerate|aerospace|automobile|automotive|automaker|investment bank|central bank|airline|oil|steel|telecommunications)\b", re.I)
FINANCE = re.compile(r"\b(bank|banking|insurance|financial|automobile|automotive|airline)\b", re.I)  # not shops and makers of clothes, which are called like people
BODIES = ("company", "org", "agency", "ngo", "organ", "media", "house")


def load(*parts):
    with open(os.path.join(ROOT, *parts), encoding="utf-8") as file:
        return json.load(file)


def sectors():
    """The sections of the index by Wikidata's number."""
    found = collections.defaultdict(set)
    for path, section in load("name-suggestion-index", "dist", "json", "nsi.min.json")["nsi"].items():
        for item in section["items"]:
            for tag, value in item["tags"].items():
                if tag.endswith(":wikidata"):
                    for number in value.split(";"):
                        found[number].add(path)
    return found


def is_body(description):
    return BODY.search(description) and not OTHER.search(description) and not re.match(r"(largest |capital )?" + PLACE.pattern, description)


def country_rows(codes):
    """Numbers of countries by country-coder."""
    for feature in load("country-coder", "src", "data", "borders.json")["features"]:
        facts = feature["properties"]
        code = facts.get("iso1A2")
        if code in codes and facts.get("wikidata"):
            yield "country:" + code, facts["wikidata"]


def country_words():
    """Names and demonyms of countries by code, to be looked for in descriptions."""
    words = collections.defaultdict(set)
    for kind, identifier, name, iso, _, forms in known.rows("countries.tsv"):
        if kind == "country":
            words[iso or identifier.split(":")[1]].update(f.lstrip("~!@") for f in [name] + forms if len(f.lstrip("~!@")) > 2)
    return words


def says_country(description, words):
    return any(re.search(r"\b%s\b" % re.escape(w), description) for w in words)


def place_rows(entries):
    """Numbers of divisions and cities whose description says what they are and in which country."""
    words, places = country_words(), collections.defaultdict(list)
    for kind, identifier, name, iso, weight, _ in known.rows("regions.tsv", "cities.tsv"):
        if iso in words:
            places[known.key(name)].append((weight, kind, identifier, iso))
    found = collections.defaultdict(set)
    for number, entry in entries.items():
        description = entry.get("description") or ""
        if not PLACE.search(description) or BODY.search(description) or OTHER.search(description):
            continue
        town = re.match(r"(the |largest |capital |major |independent |federal |port )*(and )?(\w+ )?(capital|city|town|municipality|comune|commune)\b", description, re.I)
        wanted = "city" if town else "region"
        fits = [p for p in places.get(known.key(entry["label"]), []) if p[1] == wanted and says_country(description, words[p[3]])]
        if fits:
            found[max(fits)[2]].add((number, len(entry.get("identities", {}))))
    for identifier, numbers in found.items():
        if len(numbers) == 1:
            yield identifier, min(numbers)[0]


def body_rows(entries, names):
    """Numbers of bodies that other tables list."""
    found = collections.defaultdict(set)
    for number, entry in entries.items():
        for kind, identifier, _ in names.get(known.key(entry["label"]), []):
            acronym = len(entry["label"]) < 6 and entry["label"].isupper() and identifier.split(":")[0] not in ("company", "org")
            if identifier.split(":")[0] in BODIES and BODY.search(entry.get("description") or "") and not acronym:
                found[identifier].add(number)
    for identifier, numbers in found.items():
        if len(numbers) == 1:
            yield identifier, min(numbers)


def people_words():
    """Words of people's names: the tables', the list of given names, and those of leaders."""
    words = {known.key(f) for _, _, _, _, _, forms in known.rows("given-names.tsv", "surnames.tsv") for f in forms}
    for _, _, name, *_ in known.rows("leaders.tsv"):
        words.update(known.key(w) for w in name.split())
    for path in glob.glob(source("given-names", "*.txt")):
        with open(path, encoding="latin-1") as file:
            words.update(known.key(line.strip()) for line in file)
    return words


def brand_rows(entries, names):
    """Bodies that no table has: (number, name, "-", weight, fact)."""
    common, lower, paths, seen = ordinary.words(), wordnet.lower_words(), sectors(), set()
    things = {known.key(w) for synset in wordnet.nouns().values() for w in synset.words}
    given = people_words()
    for number, entry in sorted(entries.items(), key=lambda e: (-len(e[1].get("identities", {})), int(e[0][1:]))):
        name, weight = re.sub(r"^The ", "", entry["label"]).strip(), len(entry.get("identities", {}))
        least = FEW if any(SECTORS.search(p) for p in paths[number]) else LEAST
        least = 2 if LARGE.search(entry.get("description") or "") else least
        key = known.key(name)
        if weight < least or not is_body(entry.get("description") or "") or key in names or key in seen or key in things:
            continue
        if not is_latin(name) or not re.match(r"^[A-Z0-9À-Ž][\w'’&.\- À-ž]+$", name) or not re.search("[A-Za-z]{2}", name) or len(name.split()) > 6:
            continue
        parts = re.findall(r"[^\W\d]+", name.lower())
        if len(parts) == 1 and (parts[0] in common or parts[0] in lower or key in given or len(name) < 3):
            continue
        if all(p in common for p in parts) and not re.search(r"\b(Bank|Airlines?|Airways|Group)\b", name):
            continue
        if len(parts) == 2 and parts[0] in given and parts[1] in given and not FINANCE.search(entry["description"]):
            continue
        seen.add(key)
        yield number, name, "-", 20 + 10 * min(weight, 8), "+wikidata=" + number


def main():
    entries = {q: e for q, e in load("name-suggestion-index", "dist", "wikidata", "wikidata.min.json")["wikidata"].items() if e.get("label")}
    tables = [t for t in sorted(os.listdir(os.path.join(os.path.dirname(__file__), "..")))
              if t.endswith(".tsv") and t not in ("brands.tsv", "wikidata.tsv", "titles.tsv", "nominals.tsv", "words.tsv", "relations.tsv", "abbreviations.tsv", "given-names.tsv", "surnames.tsv")]
    names = known.forms(*tables)
    rows = sorted(brand_rows(entries, names), key=lambda r: int(r[0][1:]))
    write_table("brands.tsv", BRANDS, ["%kind organisation", "%prefix brand:"] + rows)
    codes = {i.split(":")[1] for kind, i, *_ in known.rows("countries.tsv") if kind == "country"}
    numbers = dict(list(body_rows(entries, names)) + list(place_rows(entries)) + list(country_rows(codes)))
    write_table("wikidata.tsv", IDENTIFIERS, ["%kind organisation"] + [("=" + i, "+wikidata=" + q) for i, q in sorted(numbers.items())])


if __name__ == "__main__":
    main()
