"""Each procurement in a file of its own, before a validator that is not the build's own."""

import json

import jsonschema
from referencing import Registry, Resource


def test_each_procurement_has_its_part_and_the_part_keeps_to_its_schema(site, dataset):
    folder = site / "data/v1"

    def read(name):
        return json.loads((folder / name).read_text(encoding="utf-8"))

    whole = Resource.from_contents(read("dataset.schema.json"))
    registry = Registry().with_resource("dataset.schema.json", whole)
    schema = read("procurement.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, registry=registry)
    for one in dataset["procurements"]:
        part = read(f"procurements/{one['id']}.json")
        assert [error.message for error in validator.iter_errors(part)] == []
        assert part["procurement"] == one
    broken = {**part, "procurement": {**part["procurement"], "buyer": None}}
    assert not validator.is_valid(broken), "the reference to the other schema leads nowhere"
    names = {file.stem for file in (folder / "procurements").glob("*.json")}
    assert names == {one["id"] for one in dataset["procurements"]}
