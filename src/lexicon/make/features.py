# SPDX-License-Identifier: MIT
"""features.tsv and lands.tsv: named rivers, seas, mountains, islands, buildings, and lands that are no division of GeoNames, from WordNet."""
import re

import known
import ordinary
import wordnet
from common import distinct, slug, write_table

FEATURES = """
Continents, oceans, seas, rivers, lakes, mountains, deserts, islands, parks, bridges, buildings.  Weight by class.
""" + wordnet.NOTE.strip() + """
Made by: python3 src/lexicon/make/features.py
"""
LANDS = """
Regions of the world, historical lands and states, and regions that countries.tsv, regions.tsv and cities.tsv lack.
""" + wordnet.NOTE.strip() + """
Made by: python3 src/lexicon/make/features.py
"""
CLASSES = [  # WordNet class, weight; the first that fits
    ("continent", 60000), ("ocean", 5000), ("sea", 3000), ("gulf", 1500), ("strait", 1000), ("canal", 1000), ("channel", 800), ("bay", 700),
    ("desert", 1500), ("range", 1500), ("river", 700), ("lake", 700), ("mountain peak", 500), ("volcano", 500), ("mountain", 500),
    ("island", 600), ("archipelago", 900), ("peninsula", 900), ("cape", 300), ("waterfall", 200), ("glacier", 100), ("hill", 100),
    ("plateau", 300), ("valley", 300), ("pass", 100), ("isthmus", 100), ("beach", 100), ("reef", 200), ("national park", 100), ("bridge", 200),
    ("body of water", 300), ("land", 200), ("natural elevation", 200),
]
NOT = {"college", "university", "house", "celestial body", "star", "constellation", "galaxy", "crater", "asteroid", "planet", "moon", "satellite", "imaginary being", "mythical place",
       "battle", "war", "time period", "imaginary place", "depression", "natural depression", "ship", "weapon", "aircraft", "vessel", "software",
       "drug", "fabric", "vehicle", "clothing", "document", "missile", "warship"}
TYPE = re.compile(r"^(Mount|Mt\.?|Lake|River|Cape|Gulf of|Bay of|Strait of|Sea of|Isle of) |( (River|Mountains?|Range|Sea|Ocean|Lake|Island|Islands|"
                  r"Desert|Peninsula|Canal|Falls|Peak|Bay|Gulf|Strait|Glacier|Valley|Pass|Channel|Bridge|Park|Hills?|Plateau))$")
BARE = {"river", "sea", "ocean", "range", "desert", "archipelago", "island", "canal", "continent"}
BUILDINGS = {"canal", "waterway", "dam", "airport", "building", "structure", "fortress", "tower", "prison", "palace", "street", "square", "stadium", "theater", "memorial", "bridge", "gate", "wall"}


def country_of(synset, codes):
    """The one country that it is a part of, or that its gloss names; "-" when there are none or several."""
    found = set()
    for whole in wordnet.wholes(synset.id):
        found.update(codes[known.key(word)] for word in whole.words if known.key(word) in codes)
    if not found or len(wordnet.nouns()[synset.id].to("#p")) > 1:
        for word in re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", synset.gloss):
            found.update([codes[known.key(word)]] if known.key(word) in codes else [])
    found.discard("GE" if re.search("Florida|United States|Appalach|Savannah", synset.gloss) else "")
    return found.pop() if len(found) == 1 else "-"


def kind_weight(kinds):
    for name, weight in CLASSES:
        if name in kinds:
            return name, weight
    return None, 0


def chosen_forms(words, kind, taken, common):
    """The usual name first: that with a class word, when the bare one is also something else."""
    words = [w for w in words if w[0].isupper() or w[1].isupper() or w.startswith("the ")]
    words = [re.sub(r"^the ", "", w) for w in words]
    typed = [w for w in words if TYPE.search(w)]
    bare = [w for w in words if not TYPE.search(w)]
    keep = []
    for word in bare:
        clash = known.key(word) in taken or word.lower() in common or (kind == "river" and word.lower() in wordnet.lower_words() and word != "Amazon")
        if not (typed and (clash or kind not in BARE | {"mountain peak", "volcano"})) and word.lower() not in common:
            keep.append(word)
    if kind in ("river", "lake", "mountain peak", "volcano", "mountain", "bay", "sea", "ocean", "strait", "gulf") and typed:
        return distinct(sorted(typed, key=lambda w: not (w.endswith("River") or w.startswith(("Mount", "Lake")))) + keep)
    return distinct(keep[:1] + typed + keep[1:])


def main():
    codes = known.country_codes()
    taken = known.forms("countries.tsv", "country-words.tsv", "territories.tsv", "organs.tsv", "international.tsv", "regions.tsv", "cities.tsv", "given-names.tsv")
    common = ordinary.words()
    people = {w for s in wordnet.instances(wordnet.PERSON) for w in s.words}
    features, lands, seen = [], [], set()
    synsets = wordnet.instances(wordnet.OBJECT, wordnet.LOCATION, wordnet.ARTIFACT)
    for synset in sorted(synsets, key=lambda s: s.words[0]):
        kinds = wordnet.classes(synset.id)
        if kinds & NOT:
            continue
        kind, weight = kind_weight(kinds)
        building = synset.file == wordnet.ARTIFACT
        if building and not kinds & BUILDINGS:
            continue
        if not kind and not building:
            land(synset, kinds, codes, taken, common, lands, seen)
            continue
        clashing = dict.fromkeys(list(taken) + [known.key(p) for p in people])
        forms = chosen_forms(synset.words, kind, clashing if kind != "continent" else {}, common if not building else set())
        if building:
            forms = [f for f in forms if " " in f or known.key(f) not in clashing]
        if not forms or any(re.search(r"[()0-9]", f) for f in forms):
            continue
        if any(t[0] == "country" or t[1].startswith("land:") for t in taken.get(known.key(forms[0]), [])):
            continue
        if all(known.key(f) in taken for f in forms) and kind != "continent" or "waters" in forms[0]:
            continue
        identifier = slug(forms[0])
        if identifier in seen or forms[0] in ("Australia", "Antarctica"):
            continue
        seen.add(identifier)
        features.append((identifier, forms[0], country_of(synset, codes), weight or 150, *forms[1:]))
    write_table("features.tsv", FEATURES, ["%kind feature", "%prefix place:"] + features)
    write_table("lands.tsv", LANDS, ["%kind region", "%prefix land:"] + lands)


SKIP = r"layer|Camelot|Bluegrass|^Rus$|^Union North$|^Midi$|Pontus|Never|Old World|Big Bend|Tidewater|Avon|Waters|Wild West"
REGION = {"region", "geographical area", "district", "territory", "country", "state", "colony", "empire", "geographic area", "location", "area",
          "administrative district", "kingdom", "province", "county"}
NO_LAND = {"sign of the zodiac", "fault", "zone", "climatic zone", "pole", "park", "point", "square", "hill", "boundary", "belt", "radiation",
           "campsite", "amusement park", "region of the universe", "stratum", "city district", "city", "municipality", "town", "port", "national capital", "state capital", "village", "street", "address", "layer", "atmosphere", "battlefield", "line"}


def land(synset, kinds, codes, taken, common, lands, seen):
    if not kinds & REGION or kinds & NO_LAND:
        return
    words = [re.sub(r"^the ", "", w) for w in synset.words if w[0].isupper() or w.startswith("the ")]
    words = [w for w in words if not (len(w) == 2 and w.isupper()) and w.lower() not in common and "State" not in w.split()[-1:]]
    words = [w for w in words if known.key(w) not in taken]
    if re.search(SKIP, " ".join(synset.words)):
        return
    if not words or any(known.key(w) in taken for w in synset.words) or re.search(r"[()0-9]", words[0]):
        return
    identifier = slug(words[0])
    if identifier in seen:
        return
    seen.add(identifier)
    lands.append((identifier, words[0], country_of(synset, codes), 300, *words[1:]))


if __name__ == "__main__":
    main()
