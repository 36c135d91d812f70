# SPDX-License-Identifier: MIT
"""countries.tsv: states and dependent territories with their names and demonyms.

Names come from countries.json (mledoze/countries), nouns and adjectives of nationality also from The World Factbook.
"""
import glob
import json
import re

from common import clean, distinct, is_latin, plain, source, write_table

HEAD = """
Countries and dependent territories: names, alternative spellings, demonyms, and their weight: 1,000,000 + thousands of people.
Sources: mledoze/countries (names; Open Database Licence 1.0), The World Factbook of May 2026 (nationalities, population; CC0).
This table is a derived database under the Open Database Licence 1.0.  Made by: python3 src/lexicon/make/countries.py
"""

USUAL = {  # where the source's common name is not what English prose mostly writes
    "TR": "Turkey", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CZ": "Czech Republic",
    "CV": "Cape Verde", "TL": "East Timor", "MK": "North Macedonia", "VI": "United States Virgin Islands",
}
CODES = {"UK", "US", "USA", "UAE", "DRC", "DPRK", "RSA", "PRC", "BES"}  # the only codes that prose uses
DROP = {"Thai", "Togolese", "Saudi", "Portuguesa", "Dominique", "Prathet", "the Abode of Peace", "Viti", "Timor", "Emirates",
        "Pleasant Island", "Ngwane", "Sarnam", "Virgin Islands", "Island", "Lao", "Mann", "Mexicanos", "Congo", "Guiana", "Noreg", "Mannin",
        "Kongeriket Noreg", "Elláda"}
NATIVE = re.compile(r"Rep[uú]bli(ca|k|ka|kan'i)\b|R[eé]publique|Respubli|Jum?h|Jamhu|Jomhuri|Dawlat|Koninkrijk|Royaume|Königreich|Reino"
                    r"|Konge|Konung|Tasavalta|tasavalta|Bhārat|Bharat |Ganatantra|Mamlak|Estado|Bundes|[ıĭĥḥẓṗ]|Gônô|Cộng|Vabariik"
                    r"|Ripabl|Malo |Matanitu|Independen Stet|Nainngandaw|Minjuj|Poblacht|Collectivité|Département|Principat|Principauté")
NO_PEOPLE = {"BQ", "TF", "SJ", "UM", "AQ", "BV", "HM", "IO", "GS", "MP"}

NOT_PEOPLE = {"Congo", "Wallis", "Taiwan", "Vatican"}


def nationalities(text):
    """Forms of a Factbook nationality such as "Briton(s), British (collective plural)"."""
    text = clean(text)
    text = re.split(r"\bnote\b|;\s*note", text)[0]
    forms = []
    for part in re.split(r"[;,/]| or | and (?=[A-Z])", text):
        part = re.sub(r"\((?!s\)|es\)|men\)|women\)|man\)|ies\))[^)]*\)?", "", part).strip(" .:")
        match = re.match(r"^([^()]+)\((s|es|men|women|ies)\)$", part)
        if match:
            base, end = match.group(1).strip(), match.group(2)
            forms.append(base)
            forms.append(re.sub(r"(wo)?man$", end, base) if end in ("men", "women") else base + end)
        elif part and part[0].isupper() and "(" not in part and len(part.split()) <= 4 and "none" not in part:
            forms.append(part)
    return forms


def plural(word):
    if re.search(r"(an|en|i|er|ot)$", word) and not re.search(r"(man|men)$", word.replace("German", "")):
        return word + "s"
    return None


def factbook():
    """Population and nationality forms by every name that the Factbook gives a country."""
    found = {}
    for path in glob.glob(source("factbook", "*", "*.json")):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        names = data.get("Government", {}).get("Country name", {})
        if not isinstance(names, dict):
            continue
        people = data.get("People and Society", {})
        nation = people.get("Nationality", {})
        forms = []
        for field in ("adjective", "noun"):
            if isinstance(nation.get(field), dict):
                forms += nationalities(nation[field].get("text", ""))
        text = json.dumps(people.get("Population", {}))
        number = re.search(r"\"text\": \"(?:total: )?([\d,]{3,})", clean(text))
        million = re.search(r"\"text\": \"(?:total: )?([\d.]+) (million|billion)", clean(text))
        count = int(number.group(1).replace(",", "")) if number else 0
        if million:
            count = int(float(million.group(1)) * (1e6 if million.group(2) == "million" else 1e9))
        former = clean(names.get("former", {}).get("text", "")) if isinstance(names.get("former"), dict) else ""
        entry = (count, forms, former)
        for field in ("conventional short form", "conventional long form"):
            name = names.get(field)
            if isinstance(name, dict):
                found[plain(clean(name.get("text", ""))).lower().removeprefix("the ")] = entry
    return found


def spellings(country):
    """Other names of a country that English prose may use."""
    name = country["name"]
    every = [name["common"], name["official"]] + country["altSpellings"]
    for spelling in every:
        spelling = spelling.removeprefix("the ").removeprefix("The ")
        code = spelling.isupper() and len(spelling) <= 3
        if (code and spelling not in CODES) or spelling in DROP or "," in spelling or not is_latin(spelling):
            continue
        if "(" in spelling or NATIVE.search(spelling):
            continue
        yield ("!" + spelling) if code or spelling == "DPRK" else spelling


def find(book, country):
    for name in [USUAL.get(country["cca2"], country["name"]["common"]), country["name"]["common"], country["name"]["official"]] + country["altSpellings"]:
        key = plain(name).lower().removeprefix("the ")
        if key in book:
            return book[key]
    return (0, [], "")


def main():
    book = factbook()
    rows = []
    with open(source("countries.json"), encoding="utf-8") as file:
        countries = json.load(file)
    for country in sorted(countries, key=lambda c: c["cca2"]):
        code = country["cca2"]
        usual = USUAL.get(code, country["name"]["common"])
        count, nation, _ = find(book, country)
        people = nationalities(country["demonyms"].get("eng", {}).get("m", "")) if country["demonyms"].get("eng") else []
        people = distinct(people + nation, {""})
        people = [p for p in people if p not in NOT_PEOPLE and p != country["name"]["common"]]
        if not country.get("independent"):
            people = [p for p in people if p != "Turks"]
            people = [p for p in people if p not in ("French", "Dutch", "Chinese", "American") and not p.startswith("Frenchm")]
        people += [plural(p) for p in people if plural(p)]
        names = distinct(spellings(country), {usual})
        demonyms = ["~" + p for p in distinct(people, {usual})]
        if code in NO_PEOPLE:
            demonyms = []
        base = 1000000 if country.get("independent") or count > 2000000 else 100000
        rows.append((code, usual, code, base + count // 1000, *names, *demonyms))
    write_table("countries.tsv", HEAD, ["%kind country", "%prefix country:"] + rows)


if __name__ == "__main__":
    main()
