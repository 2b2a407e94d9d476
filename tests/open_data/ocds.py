"""The OCDS packages before libcoveocds, with nothing fetched from outside.

`ocds-1.1.5.zip` beside this file holds the schemas and codelists of the Open Contracting Data
Standard 1.1.5 as published by the Open Contracting Partnership (open-contracting/standard, tag
1__1__5), under the Apache License 2.0. The validators would fetch it, and our extension, by
themselves; neither address answers while we test. So the standard is handed over as a zip, and
whoever asks the net for something gets the file that we publish at that address, or an error.
"""

import copy
import functools
import io
import json
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import ocdsextensionregistry.extension_version
import requests
from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig
from ocdsextensionregistry import ProfileBuilder
from ocdsextensionregistry.versioned_release_schema import get_versioned_release_schema

STANDARD_ZIP = Path(__file__).with_name("ocds-1.1.5.zip")
TAG = "1__1__5"
VERSIONED = (
    f"https://standard.open-contracting.org/schema/{TAG}/versioned-release-validation-schema.json"
)


@functools.cache
def standard():
    """The zip as the validators read it: they take its first entry for the folder that all lie in."""
    whole = io.BytesIO()
    with zipfile.ZipFile(STANDARD_ZIP) as files, zipfile.ZipFile(whole, "w") as out:
        out.writestr(f"standard-{TAG}/", b"")
        for name in files.namelist():
            out.writestr(name, files.read(name))
    return whole.getvalue()


class Published:
    """The built site in the place of the net: only addresses below the site's own are known."""

    def __init__(self, site, base_url):
        self.site, self.base_url, self.others = site, base_url, {}

    def get(self, url, **_):
        file = self.site / url.removeprefix(self.base_url)
        if url in self.others:
            content = self.others[url]()
        elif url.startswith(self.base_url) and file.is_file():
            content = file.read_bytes()
        else:
            content = None
        response = requests.Response()
        response.url = url
        response.status_code = 404 if content is None else 200
        response.reason = "Not Found" if content is None else "OK"
        response._content = content or b""
        return response


class Validator:
    """What libcoveocds says of a package."""

    def __init__(self, site, base_url):
        self.published = Published(site, base_url)
        self.published.others[VERSIONED] = lambda: json.dumps(self.versioned_schema()).encode()

    def check(self, package):
        """The whole report, with the versioned release held against the extended standard."""
        config = LibCoveOCDSConfig()
        config.config["standard_zip"] = standard()
        config.config["context"] = "api"
        with self.offline(), tempfile.TemporaryDirectory() as folder:
            return ocds_json_output(
                folder, json_data=copy.deepcopy(package), lib_cove_ocds_config=config
            )

    @functools.cache
    def release_schema(self):
        """The standard's schema of releases with our extension."""
        extension = f"{self.published.base_url}data/ocds/extension/extension.json"
        with self.offline():
            builder = ProfileBuilder(TAG, [extension], standard_base_url=standard())
            return builder.patched_release_schema()

    @functools.cache
    def versioned_schema(self):
        """The standard's schema of versioned releases with our extension."""
        return get_versioned_release_schema(self.release_schema(), TAG)

    @contextmanager
    def offline(self):
        session = ocdsextensionregistry.extension_version.session
        with (
            mock.patch.object(session, "get", self.published.get),
            mock.patch.object(requests, "get", self.published.get),
        ):
            yield


def problems(report):
    """What is wrong with a package, in a form that a failed test shows."""
    extensions = report.get("extensions") or {}
    return {
        "errors": [(error["path"], error["description"]) for error in report["validation_errors"]],
        "additional": [(one["path"], one["field"]) for one in report["additional_fields"]],
        "codes": [
            (one["path"], one["field"], sorted(one["values"]))
            for kind in ("additional_closed_codelist_values", "additional_open_codelist_values")
            for one in report.get(kind, {}).values()
        ],
        "ids": report.get("conformance_errors", {}),
        "empty": report.get("additional_checks", {}),
        "deprecated": [one["field"] for one in report["deprecated_fields"]],
        "extensions": extensions.get("invalid_extensions", []) if extensions else ["none was read"],
        "codelists": [
            one["failed_codelists"]
            for one in extensions.get("extensions", [])
            if one.get("failed_codelists")
        ],
    }


def load(site, path):
    return json.loads((site / path).read_text(encoding="utf-8"))
