# SPDX-License-Identifier: MIT
"""words.tsv: words that organisations and places have in their names; and which single-word names are ordinary words too."""
import glob
import os
import re

import known
import ordinary
import wordnet
from common import TABLES, write_table

HEAD = """
Words that names of organisations and of places contain, by hand and as the last words of names in the other tables have them;
and single words that are names in the other tables but stand in lower case in ordinary English.
""" + ordinary.NOTE.strip() + """
Made by: python3 src/lexicon/make/words.py
"""
ORGANISATION = """Ministry Department Agency Bank University College School Academy Institute Institution Faculty Inc Inc. Corp Corp. Corporation Company Co Co. Ltd Ltd. Limited LLC PLC
plc AG GmbH SA S.A. SE NV N.V. BV AB ASA Oyj SpA S.p.A. Group Holding Holdings Enterprises Industries Partners Ventures Capital Fund Trust Foundation Association Society Union Federation
Confederation League Alliance Coalition Party Movement Front Bloc Congress Parliament Senate Assembly Council Committee Commission Board Bureau Office Authority Administration Service Services Directorate
Secretariat Court Tribunal Police Army Navy Forces Force Guard Guards Corps Brigade Brigades Regiment Battalion Division Squadron Fleet Militia Command Organization Organisation Network Center Centre Club FC F.C. CF SC AC AFC United Rovers Wanderers
Athletic Albion Orchestra Philharmonic Symphony Band Ensemble Quartet Choir Theatre Theater Ballet Opera Museum Gallery Library Archives Hospital Clinic Church Diocese Archdiocese Cathedral
Synod Seminary Mosque Brotherhood Airlines Airways Air Motors Electric Electronics Telecom Communications Systems Technologies Software Pharmaceuticals Laboratories Labs Oil Petroleum Energy Gas Power Steel Mining Insurance
Financial Finance Securities Bancorp Media Broadcasting Television Radio News Times Post Herald Tribune Gazette Journal Chronicle Observer Telegraph Guardian Mail Globe Courier Express Telegram Star Standard Examiner Inquirer Dispatch Bulletin Review Weekly Daily Monthly Magazine Newspaper
Zeitung Nachrichten Newswire Press Publishing Records Pictures Studios Entertainment
Productions Games Stores Brothers Bros Bros. Associates Consulting Solutions Logistics Railway Railways Railroad Shipping Lines Cartel Mafia Syndicate Institutes Fellowship Chamber Guild Workers Conference Initiative Project Program Programme
Forum Campaign Cabinet Government Treasury Exchange Registry Intelligence Rangers Marines Legion Front Taskforce Consortium Cooperative Collective Conservancy Observatory Hotels Restaurants Breweries Brewery Foods""".split()
PLACE = """River Creek Stream Brook Lake Loch Lough Sea Ocean Bay Gulf Strait Straits Channel Canal Sound Fjord Lagoon Reservoir Dam Falls Waterfall Spring Springs Glacier Mount Mt Mt. Mountain Mountains Hill Hills Peak Ridge
Range Volcano Valley Canyon Gorge Plain Plains Plateau Desert Steppe Forest Woods Jungle Marsh Swamp Delta Coast Shore Beach Cape Point Peninsula Island Islands Isle Isles Atoll Reef Archipelago Continent Province Provinces State
States Region District County Shire Prefecture Governorate Oblast Krai Raion Canton Department Municipality Commune Parish Borough Ward Township Town City Village Hamlet Settlement Suburb Quarter Neighborhood
Neighbourhood Republic Kingdom Emirate Sultanate Principality Duchy Empire Federation Territory Territories Colony Land Lands Street St St. Avenue Ave Ave. Road Rd Rd. Lane Drive Boulevard Blvd Square Plaza Place Terrace Court Highway
Motorway Freeway Interstate Route Bridge Tunnel Gate Port Harbor Harbour Airport Airfield Station Terminal Stadium Arena Park Garden Gardens Zoo Square Palace Castle Fort Fortress Tower Hall House Building Mansion Villa Abbey Monastery Temple
Shrine Cathedral Basilica Chapel Cemetery Monument Memorial Prison Camp Base Barracks Plant Mine Refinery Pipeline Ranch Farm Plantation Estate North South East West Northern Southern Eastern Western Central Upper Lower Great
Greater Saint Fort Santa San El Los Las""".split()
TABLES_OF_NAMES = ["countries.tsv", "country-words.tsv", "territories.tsv", "regions.tsv", "cities.tsv", "features.tsv", "lands.tsv", "parties.tsv", "agencies.tsv",
                   "organs.tsv", "international.tsv", "intergovernmental.tsv", "nongovernmental.tsv", "media.tsv", "companies.tsv", "armed-groups.tsv", "groups.tsv", "given-names.tsv", "surnames.tsv"]


def packed(words, width=14):
    words = sorted(set(words))
    return [tuple(words[i:i + width]) for i in range(0, len(words), width)]


def main():
    common = ordinary.words()
    found = set()
    for _, _, name, _, _, forms in known.rows(*TABLES_OF_NAMES):
        for form in [name] + forms:
            word = form.lstrip("!~@").lower()
            if re.match(r"^[a-z]+$", word) and word in common:
                found.add(word)
    rows = ["%list organisation-word"] + packed(ORGANISATION) + ["%list place-word"] + packed(PLACE) + ["%list ordinary-word"] + packed(found)
    write_table("words.tsv", HEAD, rows)


if __name__ == "__main__":
    main()
