"""OCDS: what its own validator and its own merging make of our packages, and whether every promise
and every claim can be read back from the releases alone."""

import copy
import csv
import io
import json

import pytest
from ocdsmerge import Merger

import ocds

CLEAN = {
    "errors": [],
    "additional": [],
    "codes": [],
    "ids": {},
    "empty": {},
    "deprecated": [],
    "extensions": [],
    "codelists": [],
}


@pytest.fixture(scope="module")
def validator(site, base_url):
    return ocds.Validator(site, base_url)


@pytest.fixture(scope="module")
def releases(site, dataset):
    """The releases of each procurement, by its id."""
    return {
        one["id"]: ocds.load(site, f"data/ocds/releases/{one['id']}.json")["releases"]
        for one in dataset["procurements"]
    }


@pytest.fixture(scope="module")
def records(site, dataset):
    """The record of each procurement, in their order."""
    ids = [one["id"] for one in dataset["procurements"]]
    packages = [ocds.load(site, f"data/ocds/records/{id}.json") for id in ids]
    return [record for package in packages for record in package["records"]]


def ocid(procurement):
    return f"ocds-000000-{procurement['id']}"


def test_the_validator_finds_nothing_in_any_package(site, dataset, validator, base_url):
    """What packages hold is checked in one of each kind, since a validator takes seconds to begin;
    around it they are the same."""
    around, every = set(), {"releases": [], "records": []}
    for procurement in dataset["procurements"]:
        for kind, held in every.items():
            path = f"data/ocds/{kind}/{procurement['id']}.json"
            package = ocds.load(site, path)
            assert package.pop("uri") == f"{base_url}{path}"
            held.extend(package.pop(kind))
            package.pop("packages", None)
            around.add(json.dumps(package, sort_keys=True))
    assert len(around) == 1
    around = {**json.loads(around.pop()), "uri": base_url}
    for kind, held in every.items():
        assert ocds.problems(validator.check({**around, kind: held})) == CLEAN
    assert ocds.problems(validator.check(ocds.load(site, "data/ocds/records.json"))) == CLEAN


def test_the_validator_would_find_a_field_that_nobody_declared(site, dataset, validator):
    for kind, inside in (
        ("releases", lambda package: package["releases"][-1]),
        ("records", lambda package: package["records"][0]["versionedRelease"]),
    ):
        package = ocds.load(site, f"data/ocds/{kind}/{dataset['procurements'][0]['id']}.json")
        inside(package)["madeUp"] = [{"id": "1"}]
        found = ocds.problems(validator.check(package))
        assert [field for _, field in found["additional"]] == ["madeUp"], found


def test_the_validator_would_find_a_mistake_in_the_structure_and_in_our_own_fields(
    releases, site, validator
):
    procurement, told = next(
        (procurement, at)
        for procurement, all_of_it in releases.items()
        for at, release in enumerate(all_of_it)
        if any(claim.get("statusHistory") for claim in claims_of(release))
    )
    package = ocds.load(site, f"data/ocds/releases/{procurement}.json")
    del package["releases"][0]["date"]
    step = next(
        step
        for claim in claims_of(package["releases"][told])
        for step in claim.get("statusHistory", [])
    )
    step["status"] = "admitted"
    step["date"] = "autumn 2024"
    found = ocds.problems(validator.check(package))
    assert len(found["errors"]) == 2, found
    assert [values for _, field, values in found["codes"] if field == "status"] == [["admitted"]]


def test_the_merging_of_ocds_comes_to_our_records(releases, records, validator, dataset):
    merger = Merger(validator.release_schema())
    assert {record["ocid"] for record in records} == {ocid(one) for one in dataset["procurements"]}
    for record in records:
        mine = releases[record["ocid"].removeprefix("ocds-000000-")]
        assert merger.create_compiled_release(copy.deepcopy(mine)) == record["compiledRelease"]
        assert merger.create_versioned_release(copy.deepcopy(mine)) == record["versionedRelease"]
        assert [link["url"].split("#")[1] for link in record["releases"]] == [
            one["id"] for one in mine
        ]


def test_one_package_holds_all_records_without_their_versions(site, records):
    every = ocds.load(site, "data/ocds/records.json")["records"]
    wanted = [{**record} for record in records]
    assert all(record.pop("versionedRelease") for record in wanted)
    assert sorted(every, key=ocid_of) == sorted(wanted, key=ocid_of)


def ocid_of(record):
    return record["ocid"]


def test_releases_stand_in_the_order_of_their_days_and_none_is_later_than_the_review(
    releases, dataset
):
    for all_of_it in releases.values():
        days = [release["date"] for release in all_of_it]
        assert days == sorted(days)
        assert all(day[:10] <= dataset["reviewed"] for day in days)
        ids = [release["id"] for release in all_of_it]
        assert len(set(ids)) == len(ids)


def sections(release):
    """Where a release can hold plans, milestones and claims."""
    yield release.get("tender", {})
    for contract in release.get("contracts", []):
        yield contract.get("implementation", {})


def claims_of(release):
    return [claim for section in sections(release) for claim in section.get("claims", [])]


def test_every_promise_reads_back_from_the_releases_alone(releases, dataset):
    for procurement in dataset["procurements"]:
        read = set()
        plans = {}
        for release in releases[procurement["id"]]:
            for section in sections(release):
                for plan in section.get("plans", []):
                    plans.setdefault(plan["id"], {}).update(plan)
                for milestone in section.get("milestones", []):
                    for promise in milestone.get("promises", []):
                        if "dueDateEDTF" in promise:
                            read.add(
                                (
                                    milestone["id"],
                                    promise["id"],
                                    promise["dueDateEDTF"],
                                    promise["dueDate"],
                                )
                            )
        told = {
            (
                milestone["id"],
                promise["plan"],
                promise["promised"]["edtf"],
                f"{promise['promised']['latest']}T23:59:59Z",
            )
            for milestone in procurement["milestones"]
            for promise in milestone["promises"]
        }
        assert read == told
        announced = {id: (plan["dateAnnouncedEDTF"], plan["form"]) for id, plan in plans.items()}
        assert announced == {
            plan["id"]: (plan["announced"]["edtf"], plan["form"]) for plan in procurement["plans"]
        }


def test_the_due_dates_of_the_releases_are_the_promises_one_after_another(releases, dataset):
    """Who reads nothing of our extension sees the promises as well: one due date after another."""
    for procurement in dataset["procurements"]:
        order = [plan["id"] for plan in procurement["plans"]]
        seen, wanted = {}, {}
        known = []
        for release in releases[procurement["id"]]:
            plan = next(
                (
                    plan["id"]
                    for section in sections(release)
                    for plan in section.get("plans", [])
                    if "form" in plan
                ),
                None,
            )
            if plan is None:
                continue
            known.append(plan)
            for section in sections(release):
                for milestone in section.get("milestones", []):
                    seen.setdefault(milestone["id"], []).append(milestone["dueDate"])
            for milestone in procurement["milestones"]:
                promises = [one for one in milestone["promises"] if one["plan"] in known]
                if any(one["plan"] == plan for one in promises):
                    last = max(promises, key=lambda one: order.index(one["plan"]))
                    wanted.setdefault(milestone["id"], []).append(
                        f"{last['promised']['latest']}T23:59:59Z"
                    )
        assert seen == wanted
        assert known == sorted(known, key=known.index) and sorted(known) == sorted(order)


def test_what_became_of_each_milestone_reads_back(records, dataset):
    for procurement, record in pairs(dataset, records):
        read = {}
        for section in sections(record["compiledRelease"]):
            for milestone in section.get("milestones", []):
                if milestone.get("status") in ("met", "notMet"):
                    read[milestone["id"]] = (
                        milestone["status"],
                        milestone.get("dateMetEDTF"),
                        milestone.get("dateDroppedEDTF"),
                    )
        told = {}
        for milestone in procurement["milestones"]:
            met, unmet = milestone["met"], milestone["unmet"]
            if met:
                told[milestone["id"]] = ("met", met["date"]["edtf"], None)
            elif unmet:
                told[milestone["id"]] = ("notMet", None, (unmet["dropped"] or {}).get("edtf"))
        assert read == told


def amount(of):
    """A sum of the JSON as the extension has it."""
    if of["kind"] != "public":
        return of["kind"], None, None, None, None
    return "public", of["value"], of["value_high"], of["currency"], of["qualifier"]


def read_amount(of):
    value = of.get("amount", {})
    return (
        of["amountStatus"],
        *(value.get(key) for key in ("amount", "amountHigh", "currency", "qualifier")),
    )


def test_every_claim_reads_back_with_its_steps_and_sums(releases, dataset):
    person = {party["id"] for party in dataset["parties"] if party["role"] == "person"}
    counted = 0
    for procurement in dataset["procurements"]:
        read = {}
        for release in releases[procurement["id"]]:
            for claim in claims_of(release):
                mine = read.setdefault(claim["id"], {})
                for key, value in claim.items():
                    if key in ("statusHistory", "demands", "losses", "received"):
                        mine.setdefault(key, {}).update({one["id"]: one for one in value})
                    else:
                        mine[key] = value
        assert set(read) == {claim["id"] for claim in procurement["claims"]}
        for claim in procurement["claims"]:
            counted += 1
            mine = read[claim["id"]]
            assert mine["type"] == claim["kind"]
            assert (mine["title"], mine["title_sv"]) == (claim["title"]["en"], claim["title"]["sv"])
            for key in ("claimant", "respondent"):
                assert mine.get(key, {}).get("id") == (None if claim[key] in person else claim[key])
            assert (mine.get("grounds", []), mine.get("remedies", [])) == (
                claim["grounds"],
                claim["remedies"],
            )
            if claim["demanded"]:
                assert read_amount(mine) == amount(claim["demanded"]["amount"])
            assert mine.get("resolution") == (claim["outcome"] or {}).get("en")
            parts = (
                ("statusHistory", "step", claim["steps"], lambda one: (one["status"],)),
                (
                    "demands",
                    "demand",
                    claim["demands"],
                    lambda one: (one["form"], amount(one["amount"])),
                ),
                ("losses", "loss", claim["losses"], lambda one: (amount(one["amount"]),)),
                (
                    "received",
                    "received",
                    claim["received"],
                    lambda one: (one["kind"], amount(one["amount"])),
                ),
            )
            for key, name, told, own in parts:
                back = mine.get(key, {})
                assert set(back) == {f"{name}-{number}" for number in range(1, len(told) + 1)}
                for number, one in enumerate(told, 1):
                    part = back[f"{name}-{number}"]
                    assert part["dateEDTF"] == one["date"]["edtf"]
                    assert (part["description"], part["description_sv"]) == (
                        one["text"]["en"],
                        one["text"]["sv"],
                    )
                    assert part["sources"] == one["sources"]
                    what = tuple(
                        part[field] for field in ("status", "form", "type") if field in part
                    )
                    sums = (read_amount(part),) if "amountStatus" in part else ()
                    assert what + sums == own(one)
    assert counted == sum(len(one["claims"]) for one in dataset["procurements"]) > 0


def test_every_secret_is_withheld_and_has_no_number(releases, dataset):
    secrets = 0
    for procurement in dataset["procurements"]:
        named = {
            one["id"]
            for release in releases[procurement["id"]]
            for one in release.get("withheldInformation", [])
        }
        told = {
            f"{claim['id']}-{name}-{number}"
            for claim in procurement["claims"]
            for name, parts in (
                ("demand", claim["demands"]),
                ("loss", claim["losses"]),
                ("received", claim["received"]),
            )
            for number, one in enumerate(parts, 1)
            if one["amount"]["kind"] == "withheld"
        }
        assert named == told
        secrets += len(told)
    assert secrets, "a record without secrets would prove nothing"


def test_every_source_that_a_release_names_is_a_document_of_the_releases_so_far(releases):
    for all_of_it in releases.values():
        documents = set()
        for release in all_of_it:
            documents |= {one["id"] for section in document_lists(release) for one in section}
            assert set(named_sources(release)) <= documents, release["id"]


def document_lists(release):
    for section in (
        release.get("planning", {}),
        release.get("tender", {}),
        *release.get("awards", []),
        *release.get("contracts", []),
    ):
        yield section.get("documents", [])
        yield section.get("implementation", {}).get("documents", [])


def named_sources(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "sources":
                yield from inner
            else:
                yield from named_sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named_sources(inner)


def test_the_codelists_are_read_by_a_csv_reader(site):
    metadata = ocds.load(site, "data/ocds/extension/extension.json")
    folder = site / "data/ocds/extension/codelists"
    assert sorted(metadata["codelists"]) == sorted(file.name for file in folder.glob("*.csv"))
    for name in metadata["codelists"]:
        rows = list(
            csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8"), newline=""))
        )
        assert rows and all(
            row["Code"] and row["Title"] and row["Description"] for row in rows
        ), name


def pairs(dataset, records):
    by_id = {record["ocid"]: record for record in records}
    return [(one, by_id[ocid(one)]) for one in dataset["procurements"]]
