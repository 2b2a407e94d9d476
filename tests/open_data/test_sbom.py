"""The list of what the site is made with, before the schema of CycloneDX 1.5."""

import json

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def test_the_list_is_valid(site):
    text = (site / "sbom.cdx.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_5).validate_str(text) is None


def test_what_readers_get_is_told_from_what_only_builds(site):
    listed = json.loads((site / "sbom.cdx.json").read_text("utf-8"))["components"]
    scopes = {}
    for one in listed:
        scopes.setdefault(one["scope"], set()).add(one["name"])
    assert {"leptos", "wasm-bindgen"} <= scopes["required"]
    assert {"clap", "proptest", "axe-core"} <= scopes["excluded"]
