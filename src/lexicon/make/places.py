# SPDX-License-Identifier: MIT
"""regions.tsv and cities.tsv: first-level divisions of countries and their cities, from GeoNames."""
import collections
import json
import os
import re

import geonames
import known
import ordinary
import wordnet
from common import TABLES, distinct, is_latin, plain, source, write_table

REGIONS = """
First-level divisions of countries; weight: a third of the thousands of people in their towns, but less than a large city of the same name.
""" + geonames.NOTE.strip() + """
Made by: python3 src/lexicon/make/places.py
"""
CITIES = """
Cities of 30,000 people and more (20,000 where English is spoken), seats of divisions of 10,000 and more, capitals, and towns that
WordNet or CountryInfo (copyright 2012 Philip A. Schrodt, CC BY-SA 3.0) names.  Weight: thousands of
people, and more for the capitals of states.  The id is that of GeoNames.
""" + geonames.NOTE.strip() + """
Made by: python3 src/lexicon/make/places.py
"""
ENGLISH = {"US", "GB", "IE", "CA", "AU", "NZ"}
DEPENDENT = set("AI AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ "
                "SX TC TF TK VG VI WF YT EH".split())
TYPES = (r" (Oblast'?|oblast|Krai|Kray|Republic|Province|District|Rayon|Governorate|Region|Sahari|County|Prefecture|Department|Parish"
         r"|Municipality|City|Voivodeship|State|Territory|Division)$")
RENAMED = {  # the usual name, where the source's is another
    ("US", "Washington, D.C."): "Washington", ("US", "New York City"): "New York City", ("KZ", "Nur-Sultan"): "Astana", ("MM", "Nay Pyi Taw"): "Naypyidaw",
    ("PA", "Panamá"): "Panama City", ("FM", "Palikir - National Government Center"): "Palikir", ("MN", "Ulan Bator"): "Ulaanbaatar",
    ("MV", "Male"): "Malé", ("UA", "Odessa"): "Odesa", ("GE", "Ts'khinvali"): "Tskhinvali", ("MD", "Chisinau"): "Chișinău",
}
REGION_NAMES = {  # the usual English name, and further ones; general knowledge
    "RU.01": ["Adygea"], "RU.06": ["Arkhangelsk Oblast", "Arkhangelsk Region", "Arkhangelsk"], "RU.08": ["Bashkortostan", "Bashkiria"], "RU.11": ["Buryatia"],
    "RU.12": ["Chechnya", "Chechen Republic"], "RU.15": ["Chukotka"], "RU.16": ["Chuvashia"], "RU.17": ["Dagestan", "Republic of Dagestan"],
    "RU.19": ["Ingushetia"], "RU.22": ["Kabardino-Balkaria"], "RU.24": ["Kalmykia"], "RU.27": ["Karachay-Cherkessia"], "RU.28": ["Karelia"],
    "RU.29": ["Kemerovo Oblast", "Kemerovo Region", "Kuzbass"], "RU.31": ["Khakassia"], "RU.32": ["Khanty-Mansi"], "RU.34": ["Komi", "Komi Republic"],
    "RU.42": ["Leningrad Oblast", "Leningrad Region"], "RU.45": ["Mari El"], "RU.46": ["Mordovia"], "RU.59": ["Primorsky Krai", "Primorye"],
    "RU.63": ["Sakha", "Yakutia", "Sakha Republic"], "RU.68": ["North Ossetia", "North Ossetia-Alania"], "RU.73": ["Tatarstan", "Republic of Tatarstan"],
    "RU.79": ["Tuva", "Tyva"], "RU.80": ["Udmurtia"], "RU.92": ["Kamchatka", "Kamchatka Krai"], "RU.30": ["Khabarovsk Krai", "Khabarovsk"], "RU.03": ["Altai Republic"],
    "RU.70": ["Stavropol Krai", "Stavropol"], "RU.87": ["Yamalo-Nenets"], "RU.61": ["Rostov Oblast", "Rostov Region", "Rostov"],
    "RU.89": ["Jewish Autonomous Oblast"], "AU.01": ["Australian Capital Territory", "!ACT"], "UA.11": ["Crimea", "Crimean Peninsula", "Crimean peninsula"],
    "NG.11": ["Federal Capital Territory"], "ES.54": ["Castilla-La Mancha"], "ES.55": ["Castile and León", "Castilla y León"], "DE.08": ["Rhineland-Palatinate"],
    "IT.10": ["Marche"], "IT.02": ["Basilicata"], "DE.01": ["Baden-Württemberg"], "IT.17": ["Trentino-Alto Adige", "South Tyrol"],
}
POINTS = {"Nord", "Sud", "Est", "Ouest", "Centre", "Centrale", "Central", "Nord-Est", "Nord-Ouest", "Sud-Est", "Sud-Ouest", "Norte", "Sur", "Oriental", "Occidental",
          "Littoral", "Plateaux", "Savanes", "Maritime", "Capital", "Distrito Federal", "Federal District", "South-East", "North-East", "North-West", "South-West"}
COMMON_NAMED = {"AU.03", "CA.13", "CA.12", "CA.14", "ZA.03", "ZA.10"}  # of common words or few people, and known all the same
ALSO = {  # what English prose calls or called them; general knowledge
    ("US", "Washington"): ["Washington, D.C.", "Washington D.C.", "Washington, DC", "Washington DC", "!D.C.", "!DC"],
    ("US", "New York City"): ["New York", "!NYC", "!N.Y.C."], ("US", "Los Angeles"): ["!L.A.", "!LA"], ("US", "San Francisco"): ["!SF"],
    ("UA", "Kyiv"): ["Kiev"], ("UA", "Odesa"): ["Odessa"], ("UA", "Kharkiv"): ["Kharkov"], ("UA", "Lviv"): ["Lvov"], ("UA", "Dnipro"): ["Dnepropetrovsk", "Dnipropetrovsk"],
    ("UA", "Luhansk"): ["Lugansk"], ("UA", "Mykolaiv"): ["Nikolaev"], ("UA", "Zaporizhzhia"): ["Zaporozhye"],
    ("CN", "Beijing"): ["Peking"], ("CN", "Guangzhou"): ["Canton"], ("CN", "Nanjing"): ["Nanking"], ("CN", "Ürümqi"): ["Urumqi"], ("CN", "Tianjin"): ["Tientsin"],
    ("IN", "Mumbai"): ["Bombay"], ("IN", "Kolkata"): ["Calcutta"], ("IN", "Chennai"): ["Madras"], ("IN", "Bengaluru"): ["Bangalore"], ("IN", "Pune"): ["Poona"],
    ("IN", "Varanasi"): ["Benares"], ("VN", "Ho Chi Minh City"): ["Saigon"], ("MM", "Yangon"): ["Rangoon"], ("MM", "Naypyidaw"): ["Nay Pyi Taw", "Nay Pyi Daw"],
    ("TR", "Istanbul"): ["Constantinople"], ("TR", "İzmir"): ["Smyrna"], ("RU", "Saint Petersburg"): ["Leningrad", "Petrograd"], ("RU", "Volgograd"): ["Stalingrad"],
    ("RU", "Yekaterinburg"): ["Ekaterinburg", "Sverdlovsk"], ("RU", "Kaliningrad"): ["Königsberg"], ("RU", "Nizhny Novgorod"): ["Gorky"],
    ("KZ", "Astana"): ["Nur-Sultan"], ("KZ", "Almaty"): ["Alma-Ata"], ("MN", "Ulaanbaatar"): ["Ulan Bator"], ("KG", "Bishkek"): ["Frunze"],
    ("CH", "Bern"): ["Berne"], ("CH", "Geneva"): ["Genève"], ("BE", "Antwerp"): ["Antwerpen"], ("NL", "The Hague"): ["Hague"], ("PL", "Gdańsk"): ["Danzig"],
    ("PL", "Wrocław"): ["Breslau"], ("YE", "Sanaa"): ["Sana'a"], ("SA", "Mecca"): ["Makkah"], ("SA", "Jeddah"): ["Jiddah"], ("LY", "Benghazi"): ["Bengasi"],
    ("SY", "Aleppo"): ["Halab"], ("BD", "Dhaka"): ["Dacca"], ("IR", "Isfahan"): ["Esfahan"], ("IR", "Tehran"): ["Teheran"], ("JO", "Amman"): [],
    ("XK", "Pristina"): ["Prishtina"], ("KR", "Busan"): ["Pusan"], ("KR", "Incheon"): ["Inchon"], ("MY", "Kuala Lumpur"): ["!KL"], ("RO", "Bucharest"): ["București"],
    ("DE", "Frankfurt am Main"): ["Frankfurt"], ("DE", "Munich"): ["München"], ("DE", "Cologne"): ["Köln"], ("DE", "Nuremberg"): ["Nürnberg"],
    ("GE", "Tbilisi"): ["Tiflis"], ("GE", "Sokhumi"): ["Sukhumi"], ("AM", "Yerevan"): ["Erevan"], ("AZ", "Khankendi"): ["Stepanakert", "Xankendi"],
    ("GB", "Birmingham"): [], ("IL", "Tel Aviv"): ["Tel Aviv-Yafo"], ("PS", "Gaza"): ["Gaza City"], ("BR", "Brasília"): ["Brasilia"],
    ("MD", "Chișinău"): ["Chisinau", "Kishinev"], ("PA", "Panama City"): ["Ciudad de Panamá"], ("CU", "Havana"): ["La Habana"], ("ET", "Addis Ababa"): ["Addis Abeba"],
    ("TM", "Ashgabat"): ["Ashkhabad"], ("LK", "Colombo"): [], ("ZA", "Gqeberha"): ["Port Elizabeth"], ("ZA", "Port Elizabeth"): ["Gqeberha"],
}

KNOWN_TOWNS = {  # small and in every newspaper; general knowledge
    "PS": "Ramallah|Bethlehem|Jericho|Rafah|Jenin|Hebron|Nablus", "UA": "Bucha|Irpin|Avdiivka|Bakhmut|Chernobyl|Pripyat|Izium|Kupiansk|Lyman|Hostomel|Enerhodar|Vuhledar|Pokrovsk|Debaltseve|Chasiv Yar",
    "BA": "Srebrenica|Mostar", "AZ": "Shusha|Lachin|Aghdam|Fuzuli|Kalbajar|Jabrayil|Zangilan|Xankandi", "GE": "Tskhinvali|Gori|Sukhumi|Sokhumi", "SY": "Kobani|Kobanî|Palmyra|Tadmur|Maaloula|Douma|Tartus",
    "LB": "Tyre|Sidon|Baalbek|Nabatieh", "IL": "Sderot|Eilat|Dimona|Kiryat Shmona|Metula", "IQ": "Sinjar|Halabja|Samarra|Tikrit", "LY": "Sirte|Derna|Misrata", "RU": "Beslan|Grozny|Belgorod|Star City",
    "US": "Ferguson|Roswell|Los Alamos|Gettysburg|Selma|Columbine|Uvalde|Newtown|Charlottesville|Juneau|Montpelier|Pierre|Augusta|Annapolis|Princeton|Hollywood|Hiroshima|Jamestown|Salem|Davos",
    "GB": "Lockerbie|Salisbury|Windsor|Stratford-upon-Avon|Hastings|Balmoral|Ely", "CH": "Davos|Zermatt|Montreux", "BE": "Ypres|Waterloo|Bastogne|Zeebrugge", "FR": "Verdun|Vichy|Calais|Dunkirk|Giverny|Versailles|Lourdes",
    "DE": "Dachau|Berchtesgaden|Weimar|Ramstein-Miesenbach", "AT": "Mauthausen|Kitzbühel", "PL": "Oświęcim|Auschwitz", "CU": "Guantánamo", "PK": "Abbottabad|Balakot|Muzaffarabad", "MM": "Myawaddy",
    "NL": "The Hague|Maastricht|Schiphol", "DZ": "Tindouf", "ML": "Kidal|Timbuktu|Gao", "CF": "Bria|Bambari", "SS": "Bor|Malakal|Bentiu", "ET": "Axum|Lalibela|Mekelle", "IR": "Natanz|Qom", "TW": "Kinmen",
}


def named_elsewhere():
    """Towns that WordNet or CountryInfo names, with their countries."""
    found = {(code, plain(name).lower()) for code, names in KNOWN_TOWNS.items() for name in names.split("|")}
    codes = known.country_codes()
    for synset in wordnet.instances(wordnet.LOCATION):
        if wordnet.classes(synset.id) & {"city", "town", "municipality", "port", "urban area"}:
            words = [w for whole in wordnet.wholes(synset.id) for w in whole.words] + re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", synset.gloss)
            iso = {codes[known.key(w)] for w in words if known.key(w) in codes}
            found.update((code, plain(w).lower()) for code in iso for w in synset.words)
    iso = inside = None
    with open(source("CountryInfo.120116.txt"), encoding="utf-8", errors="replace") as file:
        for line in file:
            match = re.search(r"<ISO3166-alpha2>(..)</", line)
            iso = match.group(1) if match else iso
            inside = "<MajorCities>" in line or inside and "</MajorCities>" not in line
            if inside and iso and line.startswith("\t"):
                found.add((iso, line.strip().strip("_").replace("_", " ").lower()))
    return found


def wanted(city, named):
    code, people = city["code"], city["population"]
    if code == "PPLC":
        return True
    if code in ("PPLX", "PPLQ", "PPLH", "PPLW", "PPLCH"):
        return code == "PPLX" and people >= 150
    if code == "PPLA" and people >= 10 or people >= (20 if city["country"] in ENGLISH else 30):
        return True
    return people >= 1 and (city["country"], plain(city["name"]).lower()) in named


def misleads(city, common, people_names):
    """Whether a name mostly means something else: a word, or a person."""
    word, people = plain(city["name"]).lower(), city["population"]
    if city["code"] == "PPLC":
        return False
    if word in common and people < (100 if city["country"] in ENGLISH else 250) or word in wordnet.lower_words() and people < 80:
        return True
    return known.key(word) in people_names and people < 100 or len(word) < 3


def spellings(name, local):
    found = [local] if is_latin(local) and plain(local) != plain(name) else []
    for text in [name] + found[:]:
        if text.startswith("Saint "):
            found += ["St. " + text[6:], "St " + text[6:]]
        elif text.startswith("St. "):
            found += ["Saint " + text[4:], "St " + text[4:]]
        if text.startswith("Fort "):
            found.append("Ft. " + text[5:])
    return found


def usable(name):
    return is_latin(name) and not re.search(r"[()/,0-9;]", name) and len(name) <= 40 and len(name) > 1


def weigh_city(city, states):
    weight = round(city["population"])
    if city["code"] == "PPLC" and city["country"] not in DEPENDENT:
        weight += 500 + states.get(city["country"], 0) // 50
    return max(weight, 1)


def state_sizes():
    """Thousands of people by country, from countries.tsv."""
    sizes = {}
    with open(os.path.join(TABLES, "countries.tsv"), encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 3:
                sizes[fields[2]] = int(fields[3]) % 1000000 + (1000000 if fields[2] in ("CN", "IN") else 0)
    return sizes


def main():
    everything = list(geonames.cities())
    common = ordinary.words()
    people_names = set(known.forms("given-names.tsv", "surnames.tsv"))
    states = state_sizes()
    people = collections.Counter()
    for city in everything:
        if city["code"] not in ("PPLX", "PPLQ", "PPLH", "PPLW"):
            people[city["country"] + "." + city["admin"]] += city["population"]
    chosen, named = [], named_elsewhere()
    for city in everything:
        city["name"] = RENAMED.get((city["country"], city["name"]), RENAMED.get((city["country"], city["local"]), city["name"]))
        if not wanted(city, named) or not usable(city["name"]):
            continue
        if misleads(city, common, people_names):
            continue
        chosen.append(city)
    regions = {}
    own = {(c["country"] + "." + c["admin"], plain(c["name"]).lower()): c["population"] for c in chosen}
    for code, name in geonames.regions():
        bare = re.sub(TYPES, "", name).lower()
        city_alone = own.get((code, plain(bare)), 0) > 0.6 * people[code]
        if bare.title() in POINTS:
            continue
        name = re.sub(r"'? Voblasc'?$", " Region", name)
        wanted_one = people[code] >= 30 and usable(name) and not all(word in common for word in bare.split()) and not city_alone \
            and bare not in wordnet.lower_words()
        if wanted_one and not name.startswith("St.-") or code in COMMON_NAMED:
            regions[code] = name
    by_name = collections.Counter(plain(c["name"]).lower() for c in chosen)
    largest, seats = {}, {}
    for city in chosen:
        key = (city["country"], plain(city["name"]).lower())
        largest[key] = max(largest.get(key, 0), weigh_city(city, states))
        seat = (city["country"] + "." + city["admin"], key[1])
        seats[seat] = max(seats.get(seat, 0), weigh_city(city, states))
    write_regions(regions, people, largest, seats, common)
    write_cities(chosen, regions, by_name, states)


def write_regions(regions, people, largest, seats, common):
    rows, codes = [], known.country_codes()
    for code, name in sorted(regions.items()):
        country = code[:2]
        bare = re.sub(TYPES, "", name)
        bare = re.sub(r"^(State|Republic|City|Autonomous Republic) of ", "", bare)
        forms = []
        weight = max(round(people[code] / 3), 1)
        key = plain(bare).lower()
        seat = seats.get((code, key)) or seats.get((code, key + " city"))
        if seat and seat * 10 > people[code]:
            weight = min(weight, max(seat - 1, 1))
        elif name == bare and largest.get((country, key), people[code]) * 2 < people[code]:
            weight = max(weight, largest[country, key] + 1)
        if bare != name and bare.lower() not in common and known.key(bare) not in codes:
            forms.append(bare)
        if country in ("RU", "UA", "BY", "KZ"):
            forms += [bare + " Oblast", bare + " Region"] if not re.search("Kra[iy]|Republic|City", name) else []
        if code in REGION_NAMES:
            name, forms = REGION_NAMES[code][0], REGION_NAMES[code][1:]
        rows.append((code, name, country, weight, *distinct(forms, {name})))
    write_table("regions.tsv", REGIONS, ["%kind region", "%prefix region:"] + rows)


def write_cities(chosen, regions, by_name, states):
    rows = []
    capital_seen = set()
    seated = {c["country"] for c in chosen if c["code"] == "PPLC"}
    with open(source("countries.json"), encoding="utf-8") as file:
        seats = {(c["cca2"], c["capital"][0]) for c in json.load(file) if c["capital"] and c["cca2"] not in seated}
    for city in sorted(chosen, key=lambda c: (c["country"], -c["population"], c["id"])):
        country, name = city["country"], city["name"]
        forms = distinct(spellings(name, city["local"]) + ALSO.get((country, name), []), {name})
        forms = [f for f in forms if usable(f.lstrip("!")) or "," in f]
        facts = []
        if (city["code"] == "PPLC" or (country, name) in seats) and country not in capital_seen:
            facts.append("+capital")
            capital_seen.add(country)
        region = country + "." + city["admin"]
        if by_name[plain(name).lower()] > 1 and region in regions:
            facts.append("+parent=region:" + region)
        rows.append((city["id"], name, country, weigh_city(city, states), *forms, *facts))
    write_table("cities.tsv", CITIES, ["%kind city", "%prefix city:"] + rows)


if __name__ == "__main__":
    main()
