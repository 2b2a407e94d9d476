"""What is taken away in one piece: the archive, the citation, and the worked examples."""

import json
import re
import runpy
import sys
import zipfile

import frictionless
import pandas
import pytest
import yaml

from record import claims, errors


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(site / "data/utlovat.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def files(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_the_archive_holds_the_loose_files(site, unpacked):
    inside = files(unpacked)
    for name in inside:
        assert (unpacked / name).read_bytes() == (site / "data" / name).read_bytes(), name
    wanted = {"datapackage.json", "CITATION.cff", "LICENSE.txt", "README.sv.md", "README.en.md"}
    wanted |= {"v1/dataset.json", "v1/dataset.schema.json", "v1/README.md"}
    for pattern in ["csv/*.csv", "v1/procurements/*.json", "examples/*"]:
        found = {file.relative_to(site / "data").as_posix() for file in (site / "data").glob(pattern)}
        wanted |= {name for name in found if not name.endswith((".br", ".gz"))}
    assert wanted <= inside


def test_the_package_is_valid_where_it_is_unpacked(unpacked):
    assert errors(unpacked / "datapackage.json") == []


def test_the_archive_has_no_time_of_its_own(site, dataset):
    with zipfile.ZipFile(site / "data/utlovat.zip") as archive:
        names = [one.filename for one in archive.infolist()]
        days = {"-".join(f"{part:02}" for part in one.date_time[:3]) for one in archive.infolist()}
    assert names == sorted(names)
    assert days == {dataset["reviewed"]}


def test_no_compressed_copy_lies_beside_the_archive(site):
    assert [file.name for file in (site / "data").glob("utlovat.zip*")] == ["utlovat.zip"]


def test_the_citation_has_what_its_format_asks_for(site, dataset, base_url):
    citation = yaml.safe_load((site / "data/CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "dataset"
    assert citation["title"] and citation["message"] and citation["authors"][0]["name"]
    assert citation["version"] == dataset["version"]
    assert citation["date-released"].isoformat() == dataset["reviewed"]
    assert citation["license"] == dataset["licence"]["id"]
    assert citation["url"] == base_url
    # No key that the format does not know.
    known = {"cff-version", "message", "type", "title", "abstract", "authors", "version"}
    assert set(citation) == known | {"date-released", "license", "license-url", "url"}


@pytest.fixture(scope="module")
def example(unpacked):
    """The worked example, run as it stands where it is unpacked."""
    given, sys.argv = sys.argv, ["slips.py"]
    try:
        return runpy.run_path(str(unpacked / "examples/slips.py"))
    finally:
        sys.argv = given


def test_the_example_gives_the_slips_of_the_site(example, dataset):
    wanted = {}
    for one in dataset["procurements"]:
        for milestone in one["milestones"]:
            if milestone["id"] == one["headline"]:
                wanted[one["id"]] = tuple(milestone["slip_first"].values())
    assert wanted
    slips = example["slips"][[
        "slip_first_outcome", "slip_first_months_at_least", "slip_first_months_at_most"
    ]]
    told = {
        name: tuple(None if pandas.isna(cell) else cell for cell in row)
        for name, *row in slips.itertuples()
    }
    assert told == wanted


def test_the_example_gives_the_sums_of_the_site(example, dataset):
    sums, without = {}, {}
    for _, claim in claims(dataset):
        demanded = claim["demanded"]
        if demanded and demanded["summable"]:
            amount = demanded["amount"]
            place = (claim["kind"], amount["currency"])
            least = 0 if amount["qualifier"] == "at-most" else amount["value"]
            sums[place] = sums.get(place, 0) + least
        else:
            without[claim["kind"]] = without.get(claim["kind"], 0) + 1
    assert example["demanded"].to_dict() == sums
    assert example["without_number"].to_dict() == without


def test_the_spreadsheet_may_ask_the_rule_in_place_of_the_flag(example):
    rows = example["claims"]
    by_rule = rows["demanded_sum_rule"].eq("same-claim-kind")
    assert by_rule.equals(rows["demanded_summable"].eq(True))


def test_the_text_for_spreadsheets_names_columns_that_there_are(unpacked, example):
    for lang in ["sv", "en"]:
        text = (unpacked / f"examples/spreadsheet.{lang}.md").read_text(encoding="utf-8")
        named = set(re.findall(r"claims\[(\w+)\]", text))
        assert len(named) > 3 and named <= set(example["claims"].columns)


def test_frictionless_reads_the_archive_itself(site):
    package = frictionless.Package(str(site / "data/utlovat.zip"))
    with (site / "data/datapackage.json").open(encoding="utf-8") as opened:
        wanted = [one["name"] for one in json.load(opened)["resources"]]
    assert [resource.name for resource in package.resources] == wanted
