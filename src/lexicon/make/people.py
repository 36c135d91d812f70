# SPDX-License-Identifier: MIT
"""leaders.tsv: heads of state and government by full name; surnames.tsv: surnames of known people.

From The World Factbook (in office in 2026), CountryInfo (about 1960 to 2009) and WordNet (people of history).
"""
import glob
import json
import re

import known
import ordinary
import wordnet
from common import clean, distinct, is_latin, plain, slug, source, write_table
from organisations import country_files, text_of
from places import DEPENDENT

LEADERS = """
Heads of state and government by full name, and people of history.  Names are without titles.
Sources: The World Factbook of May 2026 (CC0); CountryInfo 120116, copyright 2012 Philip A. Schrodt (Creative Commons Attribution-ShareAlike 3.0,
changed: selected, capitals restored); WordNet 3.0 (Princeton University, WordNet licence).
This table is under CC BY-SA 3.0.  Made by: python3 src/lexicon/make/people.py
"""
SURNAMES = """
Surnames of the people in leaders.tsv and of those whom WordNet names by surname.
Sources and licence as for leaders.tsv.  Made by: python3 src/lexicon/make/people.py
"""
TITLES = (r"^((Acting|Interim|Transitional|Co-|Vice|Deputy|Former|Captain|Capt\.|President|Prime|Minister|King|Queen|Emperor|Sultan|Emir|Amir|Sheikh|Shaykh|Prince|Grand|Duke|Pope|Premier|"
          r"Chancellor|Chairman|Chairperson|Chief|Governor|Governor-General|General|Gen\.|Lt\.|Maj\.|Col\.|Sr\.|Dr\.|Sir|Dame|Taoiseach|Supreme|Leader|Taliban|State|Affairs|Commission|Council|Captains|"
          r"of|the|Sovereign|Transition|Presidency|Member|Administrator|Cabinet|Ministers|Lieutenant|High|Commissioner|Sgt\.|Field|Marshal|Brig\.|Administrative|Executive|Overall|Federal|Lord|Mr\.|Ms\.|and|Head|Government|Prince,?) )+")
PARTICLES = {"de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "ten", "ter", "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "y", "e", "of", "the", "zu", "du"}


def current():
    """Names of office-holders in the Factbook, their surnames in capitals made plain."""
    for code, government in country_files():
        branch = government.get("Executive branch", {})
        if not isinstance(branch, dict):
            continue
        for field in ("chief of state", "head of government"):
            text = clean(text_of(branch.get(field)))
            for part in re.split(r";|, represented|\(", text)[:1]:
                name = re.sub(TITLES, "", re.sub(r"\(.*", "", part).strip() + " ").strip(" ,.-")
                name = re.sub(r"^.*\b(President|Minister|King|Queen|Assembly|Premier|Prince|prince|Polynesia|China|Governor|Mann|GNU|Confederation) ", "", name)
                name = re.sub(r" of [A-Z]\w+$", "", name)
                family = [w for w in re.split(r"[ -]", name) if len(w) > 1 and w.isupper() and (w == name.split()[0] or not re.match(r"^[IVX]+$", w))]
                name = re.sub(r"\b([A-ZÀ-Ž'’]{2,})\b", lambda m: m.group(1) if m.start() and re.match("^[IVX]+$", m.group(1)) else m.group(1).capitalize(), name)
                name = re.sub(r"\b(Mc|Mac|O')([a-z])", lambda m: m.group(1) + m.group(2).upper() if m.group(1) != "Mac" else m.group(0), name)
                if re.match(r"^[A-ZÀ-Ž][\w'’. -]+$", name) and is_latin(name) and 2 <= len(name.split()) <= 6 and not re.search("(of|the|for)$|since|Council|vacant", name):
                    words = name.split()
                    short = [words[0] + " " + family[-1].capitalize()] if len(family) == 1 and words[0].upper() != family[0] and len(words) > 2 and not words[0].startswith(("Moham", "Muham", "Jos", "Mar", "Jean")) else []
                    yield code, name, [f.capitalize() for f in family], short


def titled(raw):
    words = raw.strip("_ \t").replace("_", " ").lower().split()
    out = []
    for at, word in enumerate(words):
        if at and word in PARTICLES:
            out.append(word)
        else:
            out.append("-".join(p[:1].upper() + p[1:] for p in word.split("-")))
    text = " ".join(out)
    text = re.sub(r"\b([A-Z])\.([a-z])\b", lambda m: m.group(1) + "." + m.group(2).upper(), text)
    text = re.sub(r"^(Sir|Dame|Lord|General|Colonel|Major|Prince|King|Dr\.?|Captain) ", "", text)
    text = re.sub(r"\b(Mc|O')([a-z])", lambda m: m.group(1) + m.group(2).upper(), text)
    return re.sub(r"\bAl ([A-Z])", r"al-\1", text)


def past():
    """Heads of state and government in CountryInfo, without those in its lists of ministers."""
    iso, inside = None, False
    with open(source("CountryInfo.120116.txt"), encoding="utf-8", errors="replace") as file:
        for line in file:
            match = re.search(r"<ISO3166-alpha2>(..)</", line)
            if match:
                iso = match.group(1)
            inside = "<Leaders>" in line or inside and "</Leaders>" not in line
            match = re.match(r"\s+\{?([A-Z][A-Z'_. -]+_)[\s}]*\{?.*\[", line)
            if inside and iso and match and "<" not in line.split("[")[0]:
                yield iso, titled(match.group(1))


def history():
    """People of WordNet: surname, full names."""
    for synset in wordnet.instances(wordnet.PERSON):
        kinds = wordnet.classes(synset.id)
        if kinds & {"deity", "imaginary being", "mythical being", "fictional character", "spiritual being", "animal"} or "person" not in kinds:
            continue
        names = [w for w in synset.words if w[:1].isupper()]
        full = [w for w in names if " " in w and not re.match(r"(Sir|Saint|St\.|Pope|President|Lord|King|Queen|Baron|Viscount|Captain|the|The|Dame) ", w) and not re.search(r"[0-9]|, ", w)
                and w.split()[-1][0].isupper()]
        yield names, full


def main():
    common = ordinary.words()
    codes = set(known.country_codes().values())
    places = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "regions.tsv", "cities.tsv", "features.tsv", "organs.tsv", "international.tsv")
    rows, seen, surnames = [], set(), set()

    def add(code, name, weight, more=()):
        key = slug(name)
        if key in seen or known.key(name) in places or code not in codes | {"-"} or len(name.split()) > 6:
            return False
        seen.update([key] + [slug(m) for m in more])
        rows.append((key, name, code, weight, *[m for m in distinct(more, {name}) if known.key(m) not in places]))
        return True

    former = {slug(name) for _, name in past()}
    held = sorted(current(), key=lambda row: (row[0] in DEPENDENT, row[0] not in ("GB", "US", "FR", "NL", "DK"), row[0]))
    for code, name, family, short in held:
        if short and slug(short[0]) in former:
            name, short = short[0], [name]
        if code not in DEPENDENT and add(code, name, 90, short):
            surnames.update(f for f in family if len(f) > 2)
    for code, name in past():
        words = name.split()
        if code not in DEPENDENT and len(words) > 1 and not any(len(w.strip(".")) == 1 for w in words[-1:]) and add(code, name, 50):
            surnames.add(words[-1])
    for names, full in history():
        if full:
            add("-", full[0], 40, full[1:3])
            if " " not in names[0] and any(f.split()[-1] == names[0] for f in full):
                surnames.add(names[0])
    surnames = sorted(s for s in surnames if s.lower() not in common and re.match(r"^[A-ZÀ-Ž][a-zA-Zà-ž'-]{2,}$", s) and not s.startswith("al-"))
    write_table("leaders.tsv", LEADERS, ["%kind person", "%prefix person:"] + rows)
    width = 12
    write_table("surnames.tsv", SURNAMES, ["%list surname"] + [tuple(surnames[i:i + width]) for i in range(0, len(surnames), width)])


if __name__ == "__main__":
    main()
