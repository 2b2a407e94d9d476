"""The tables: valid as a package, and the same facts and figures as the JSON."""

import csv
import hashlib
import json
import shutil

import pandas
import pytest

from record import claims, errors, milestones

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@pytest.fixture(scope="module")
def package(site):
    return json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables(site, package):
    """Every table as pandas reads it: empty cells are missing, and nothing else is."""
    return {
        one["name"]: pandas.read_csv(
            site / "data" / one["path"], keep_default_na=False, na_values=[""]
        )
        for one in package["resources"]
    }


def plain(cell):
    """A text as it was before it was kept from being a formula."""
    return cell[1:] if isinstance(cell, str) and cell.startswith("'") else cell


def value(cell):
    return None if pandas.isna(cell) else plain(cell)


def test_the_package_is_valid(site):
    assert errors(site / "data/datapackage.json") == []


def test_every_table_is_in_the_package_with_its_size_and_hash(site, package):
    loose = {file.relative_to(site / "data").as_posix() for file in site.glob("data/csv/*.csv")}
    assert {one["path"] for one in package["resources"]} == loose
    for one in package["resources"]:
        content = (site / "data" / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "table, column, wrong, said",
    [
        ("fact_sources", "source", "nowhere", "foreign key"),
        ("facts", "id", "nowhere", "foreign key"),
        ("milestones", "split_from", "nowhere", "foreign key"),
        ("events", "kind", "goLive", "enum"),
        ("promises", "promised_earliest", "2024-02-31", "date"),
        ("costs", "value", "secret", "integer"),
    ],
)
def test_the_package_finds_what_is_wrong(site, package, tmp_path, table, column, wrong, said):
    shutil.copytree(site / "data/csv", tmp_path / "csv")
    # What is changed has another hash, which is not what is asked here.
    description = dict(package)
    description["resources"] = [
        {key: told for key, told in one.items() if key not in ("bytes", "hash")}
        for one in package["resources"]
    ]
    (tmp_path / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    file = tmp_path / f"csv/{table}.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    rows[1][rows[0].index(column)] = wrong
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)
    found = errors(tmp_path / "datapackage.json")
    assert any(said in message for message in found), found


def test_no_cell_begins_a_formula(site, package):
    cells = 0
    for one in package["resources"]:
        with (site / "data" / one["path"]).open(encoding="utf-8", newline="") as opened:
            for row in csv.reader(opened):
                cells += len(row)
                assert not [cell for cell in row if cell.startswith(DANGEROUS)]
    assert cells > 1000


def test_as_many_rows_as_there_are_facts(dataset, tables):
    def count(key):
        return sum(len(one[key]) for one in dataset["procurements"])

    lists = ["milestones", "plans", "events", "claims", "costs", "statements", "unknowns"]
    for name in lists + ["disagreements", "programmes"]:
        assert len(tables[name]) == count(name), name
    for name in ["parties", "sources", "procurements", "regions"]:
        assert len(tables[name]) == len(dataset[name]), name
    for name in ["steps", "demands", "losses", "received"]:
        wanted = sum(len(claim[name]) for _, claim in claims(dataset))
        assert len(tables[f"claim_{name}"]) == wanted, name
    promises = sum(len(milestone["promises"]) for _, milestone in milestones(dataset))
    assert len(tables["promises"]) == promises > 0


def test_every_promise_has_the_slip_that_the_json_tells(dataset, tables):
    def slip(row, begin):
        return {
            end: value(row[f"{begin}_{end}"])
            for end in ("outcome", "months_at_least", "months_at_most")
        }

    promises = {
        (row["milestone"], row["position"]): row for _, row in tables["promises"].iterrows()
    }
    rows = tables["milestones"].set_index("id")
    for name, milestone in milestones(dataset):
        assert slip(rows.loc[name], "slip_first") == milestone["slip_first"]
        assert slip(rows.loc[name], "slip_latest") == milestone["slip_latest"]
        for position, promise in enumerate(milestone["promises"], 1):
            row = promises[name, position]
            assert slip(row, "slip") == promise["slip"]
            for key, date in [
                ("promised", promise["promised"]),
                ("known_through", milestone["known_through"]),
            ]:
                assert {end: row[f"{key}_{end}"] for end in date} == date
    firsts = tables["promises"].query("position == 1").set_index("milestone")["slip_outcome"]
    assert firsts.to_dict() == rows["slip_first_outcome"].to_dict()


def amounts(dataset):
    """Every sum of a claim in the JSON: the table, the claim, and the sum."""
    for name, claim in claims(dataset):
        if claim["demanded"]:
            yield "claims", name, claim["demanded"]
        for key in ["demands", "losses", "received"]:
            for part in claim[key]:
                yield f"claim_{key}", name, part


@pytest.mark.parametrize(
    "name, begin",
    [("claims", "demanded_"), ("claim_demands", ""), ("claim_losses", ""), ("claim_received", "")],
)
def test_sums_are_those_of_the_json_and_a_secret_is_no_number(dataset, tables, name, begin):
    claim = "id" if name == "claims" else "claim"
    told = [(claim, part) for table, claim, part in amounts(dataset) if table == name]
    rows = tables[name]
    rows = rows[rows[f"{begin}amount_kind"].notna()]
    kinds = sorted(part["amount"]["kind"] for _, part in told)
    assert sorted(rows[f"{begin}amount_kind"]) == kinds

    wanted = {}
    for of, part in told:
        if part["amount"]["kind"] == "public":
            place = (of, part["amount"]["currency"], part["sum_rule"])
            wanted[place] = wanted.get(place, 0) + part["amount"]["value"]
    public = rows[rows[f"{begin}amount_kind"] == "public"]
    places = [claim, f"{begin}currency", f"{begin}sum_rule"]
    assert public.groupby(places)[f"{begin}value"].sum().to_dict() == wanted

    silent = rows[rows[f"{begin}amount_kind"] != "public"]
    for end in ["value", "value_high", "currency", "qualifier"]:
        assert silent[f"{begin}{end}"].isna().all(), end
    assert not silent[f"{begin}summable"].astype(bool).any()


def test_every_word_and_figure_comes_back(dataset, tables):
    """One table from end to end; the others are made by the same few lines."""
    rows = tables["costs"].set_index("id")
    count = 0
    for one in dataset["procurements"]:
        for cost in one["costs"]:
            row = rows.loc[f"{one['id']}/cost/{cost['id']}"]
            for key in ["value", "value_high", "currency", "qualifier"]:
                assert value(row[key]) == cost["money"][key]
            for key in ["covers", "by"]:
                assert {"sv": value(row[f"{key}_sv"]), "en": value(row[f"{key}_en"])} == cost[key]
            assert (row["summable"], row["sum_rule"]) == (cost["summable"], cost["sum_rule"])
            count += 1
    assert count == len(rows)


def test_every_source_of_every_fact_is_linked(dataset, tables):
    links = tables["fact_sources"].groupby("fact")["source"].agg(list).to_dict()
    for one in dataset["procurements"]:
        for kind in ["event", "cost", "claim", "statement", "plan"]:
            for fact in one[f"{kind}s"]:
                assert links.get(f"{one['id']}/{kind}/{fact['id']}", []) == fact["sources"]
        if one["contract"]:
            assert links[f"{one['id']}#contract"] == one["contract"]["sources"]
    used = set(tables["fact_sources"]["source"])
    assert used == {source["id"] for source in dataset["sources"]}


def test_whatever_has_a_page_tells_its_address(base_url, tables):
    for name in ["procurements", "events", "claims", "sources"]:
        for lang in ["sv", "en"]:
            assert tables[name][f"page_{lang}"].str.startswith(f"{base_url}{lang}/").all()
