"""The JSON and its schema, before a validator that is not the build's own."""

import json

import jsonschema


def test_the_dataset_keeps_to_its_schema(site, dataset):
    schema = json.loads((site / "data/v1/dataset.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(dataset)] == []
    assert dataset["procurements"], "a record without procurements would keep to any schema"
