"""The calendars, before the parser of the Python package `icalendar` (RFC 5545)."""

import datetime
import re

import icalendar
import pytest

LANGUAGES = ["sv", "en"]
DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="session")
def calendars(site):
    """Every calendar by its procurement and language."""
    read = {}
    for file in sorted((site / "data/calendars").glob("*.ics")):
        procurement, language, _ = file.name.split(".")
        read[procurement, language] = icalendar.Calendar.from_ical(file.read_bytes())
    return read


def entries(calendar):
    return {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}


def windows(procurement):
    """What the JSON says that a calendar should hold: the window of each promise, of what became
    of each milestone, and of each event."""
    name = procurement["id"]
    for milestone in procurement["milestones"]:
        for promise in milestone["promises"]:
            yield f"promise.{name}.{milestone['id']}.{promise['plan']}@utlovat", promise["promised"]
        if milestone["met"]:
            yield f"met.{name}.{milestone['id']}@utlovat", milestone["met"]["date"]
        if milestone["unmet"] and milestone["unmet"]["dropped"]:
            yield f"dropped.{name}.{milestone['id']}@utlovat", milestone["unmet"]["dropped"]
    for event in procurement["events"]:
        yield f"event.{name}.{event['id']}@utlovat", event["date"]


def test_every_procurement_with_a_date_has_a_calendar_in_each_language(calendars, dataset):
    told = [one["id"] for one in dataset["procurements"] if dict(windows(one))]
    assert told, "a record in which nothing is dated has no calendar"
    assert set(calendars) == {(one, language) for one in told for language in LANGUAGES}


def test_a_parser_finds_nothing_to_complain_of(calendars):
    for name, calendar in calendars.items():
        assert calendar.errors == [], name
        for part in calendar.walk():
            assert part.errors == [], (name, part.get("UID"))
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"], name
        assert calendar["NAME"] == calendar["X-WR-CALNAME"], name


def test_every_entry_has_what_the_standard_requires(calendars):
    for name, calendar in calendars.items():
        found = list(calendar.walk("VEVENT"))
        assert found and len(found) == len(entries(calendar)), f"{name} has a UID twice"
        for entry in found:
            for once in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE"]:
                assert once in entry and not isinstance(entry[once], list), (name, once)
            assert entry["TRANSP"] == "TRANSPARENT"
            assert entry["STATUS"] in ["CONFIRMED", "TENTATIVE"], "nothing is ever deleted"
            assert entry["DTSTAMP"].dt.tzinfo is not None
            assert entry["SUMMARY"].strip() and "http" in entry["DESCRIPTION"]


def test_windows_are_those_of_the_json_and_end_on_the_day_after(calendars, dataset):
    for procurement in dataset["procurements"]:
        wanted = dict(windows(procurement))
        for language in LANGUAGES if wanted else []:
            found = entries(calendars[procurement["id"], language])
            assert set(found) == set(wanted)
            for uid, window in wanted.items():
                first, end = found[uid]["DTSTART"].dt, found[uid]["DTEND"].dt
                assert type(first) is datetime.date and type(end) is datetime.date, "whole days"
                assert str(first) == window["earliest"], uid
                assert str(end - DAY) == window["latest"], uid


def test_words_are_in_the_language_of_the_file_and_vague_dates_are_said(calendars):
    begin = {"sv": ("Utlovat", "Hände", "Gavs upp"), "en": ("Promised", "Happened", "Given up")}
    for (procurement, language), calendar in calendars.items():
        for uid, entry in entries(calendar).items():
            assert entry["SUMMARY"].startswith(begin[language]), uid
            assert entry["SUMMARY"].params["LANGUAGE"] == language
            if entry["DTEND"].dt - entry["DTSTART"].dt > DAY:
                assert re.search(r"\d{4}\)$", entry["SUMMARY"]), entry["SUMMARY"]


def test_texts_are_those_of_the_json(calendars, dataset):
    for procurement in dataset["procurements"]:
        for language in LANGUAGES:
            found = entries(calendars.get((procurement["id"], language), icalendar.Calendar()))
            for event in procurement["events"]:
                entry = found[f"event.{procurement['id']}.{event['id']}@utlovat"]
                assert event["title"][language] in entry["SUMMARY"]
                assert entry["DESCRIPTION"].startswith(event["text"][language])
                sources = {one["id"]: one for one in dataset["sources"]}
                for source in event["sources"]:
                    assert sources[source]["url"] in entry["DESCRIPTION"], source
                assert entry["CATEGORIES"].cats[1] == procurement["name"][language]


def test_importing_twice_and_in_both_languages_makes_no_doubles(calendars, dataset):
    held, changed = {}, 0
    for _ in range(2):
        for calendar in calendars.values():
            for uid, entry in entries(calendar).items():
                old = held.get(uid)
                # As a calendar program does: what is newer takes the place of what it has.
                if old is None or old["SEQUENCE"] <= entry["SEQUENCE"]:
                    changed += old is None
                    held[uid] = entry
    wanted = {uid for one in dataset["procurements"] for uid, _ in windows(one)}
    assert set(held) == wanted and changed == len(wanted)
    reviewed = dataset["reviewed"].replace("-", "")
    for calendar in calendars.values():
        for entry in calendar.walk("VEVENT"):
            assert str(entry["SEQUENCE"]) == reviewed
            assert entry["DTSTAMP"].to_ical().decode() == f"{reviewed}T000000Z"
            assert entry["LAST-MODIFIED"].dt == entry["DTSTAMP"].dt


def test_addresses_are_those_of_the_pages(calendars, dataset, base_url):
    procurements = {one["id"]: one for one in dataset["procurements"]}
    for (procurement, language), calendar in calendars.items():
        of = procurements[procurement]
        name = f"data/calendars/{of['id']}.{language}.ics"
        assert calendar["SOURCE"] == base_url + name
        found = entries(calendar)
        for event in of["events"]:
            entry = found[f"event.{of['id']}.{event['id']}@utlovat"]
            assert entry["URL"] == event["page"][language]
        for uid, entry in found.items():
            assert entry["URL"].startswith(of["page"][language]), uid


def test_every_place_on_a_page_exists(calendars, site, base_url):
    if not (site / "sv/index.html").exists():
        pytest.skip("only files, no pages, were built")
    for calendar in calendars.values():
        for uid, entry in entries(calendar).items():
            path, _, anchor = entry["URL"].removeprefix(base_url).partition("#")
            page = (site / path / "index.html").read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in page, (uid, entry["URL"])


def test_written_again_it_says_the_same(calendars, site):
    """A round trip of every text: read, written by another program, and read once more."""
    for (procurement, language), calendar in calendars.items():
        again = icalendar.Calendar.from_ical(calendar.to_ical())
        assert list(again.walk()) == list(calendar.walk()), procurement
        raw = (site / f"data/calendars/{procurement}.{language}.ics").read_bytes()
        assert raw.endswith(b"END:VCALENDAR\r\n") and raw.count(b"\n") == raw.count(b"\r\n")
        assert max(len(line) for line in raw.split(b"\r\n")) <= 75
