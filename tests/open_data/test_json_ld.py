"""What pages say of themselves to search engines: JSON-LD as `extruct` finds it, in the words of
schema.org as rdflib carries them."""

import html
import json
import re

import extruct
import pytest
import rdflib

LINK = re.compile(r'<link rel="alternate" type=[^>]*>')
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
# The types that pages use, each with those above it, and what schema.org lets each of them have.
# rdflib carries the vocabulary's words and not where each belongs.
ABOVE = {
    "Thing": [],
    "CreativeWork": ["Thing"],
    "Dataset": ["CreativeWork"],
    "DataCatalog": ["CreativeWork"],
    "DataDownload": ["MediaObject", "CreativeWork"],
    "Claim": ["CreativeWork"],
    "Article": ["CreativeWork"],
    "NewsArticle": ["Article"],
    "BlogPosting": ["Article"],
    "Report": ["Article"],
    "Event": ["Thing"],
    "Organization": ["Thing"],
    "GovernmentOrganization": ["Organization"],
    "BreadcrumbList": ["ItemList"],
    "ItemList": ["Thing"],
    "ListItem": ["Thing"],
    "MediaObject": ["CreativeWork"],
}
HAS = {
    "Thing": {"name", "alternateName", "description", "url", "sameAs", "subjectOf"},
    "CreativeWork": {
        "about", "author", "dateModified", "datePublished", "encodingFormat", "hasPart",
        "inLanguage", "isAccessibleForFree", "isPartOf", "license", "publisher",
        "temporalCoverage", "version",
    },
    "Dataset": {"distribution", "includedInDataCatalog"},
    "MediaObject": {"contentUrl"},
    "Claim": {"appearance"},
    "Event": {"about", "endDate", "inLanguage", "startDate"},
    "ItemList": {"itemListElement"},
    "ListItem": {"item", "position"},
}


@pytest.fixture(scope="session")
def pages(site):
    """Every page that search engines may list, by its path: its nodes, or nothing where it has none."""
    if not (site / "sv/index.html").exists():
        pytest.skip("only files, no pages, were built")
    read = {}
    for language in ["sv", "en"]:
        for file in sorted((site / language).rglob("index.html")):
            if not hidden(file):
                read[file.parent.relative_to(site).as_posix() + "/"] = nodes(file)
    return read


def hidden(file):
    """Whether a page asks search engines not to list it."""
    return '<meta name="robots" content="noindex">' in file.read_text(encoding="utf-8")


def nodes(file):
    """The nodes of a page, found as a search engine does: the head is enough."""
    text = file.read_text(encoding="utf-8")
    head = text[: text.index("</head>")] + "</head></html>"
    assert text.count("application/ld+json") == head.count("application/ld+json"), file
    found = extruct.extract(head, syntaxes=["json-ld"], errors="strict")["json-ld"]
    assert len(found) <= 1, file
    for block in found:
        assert block["@context"] == "https://schema.org" and set(block) == {"@context", "@graph"}
    return found[0]["@graph"] if found else []


def things(value):
    """Every node, with those within others."""
    if isinstance(value, list):
        for one in value:
            yield from things(one)
    elif isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)


def lineage(kind):
    yield kind
    for above in ABOVE[kind]:
        yield from lineage(above)


def only(nodes, kind):
    found = [node for node in nodes if node["@type"] == kind]
    assert len(found) == 1, (kind, nodes)
    return found[0]


def path(page, base_url):
    return page.removeprefix(base_url)


def test_every_page_has_its_block_and_no_other_file_has(pages, site):
    assert all(pages.values()), [page for page, found in pages.items() if not found]
    others = [file for file in site.rglob("*.html") if hidden(file)]
    assert len(others) > 100
    for file in others:
        assert nodes(file) == [], file


def test_every_word_is_schema_orgs(pages):
    used = set()
    for page, found in pages.items():
        for node in things(found):
            if set(node) == {"@id"}:
                continue
            kind = node["@type"]
            used.add(kind)
            used |= {key for key in node if not key.startswith("@")}
            allowed = set().union(*(HAS.get(one, set()) for one in lineage(kind)))
            wrong = {key for key in node if key not in ["@type", "@id"]} - allowed
            assert not wrong, f"{page}: {kind} has no {wrong}"
    vocabulary = rdflib.namespace.SDO
    assert "Dateset" not in vocabulary, "a vocabulary that has any word tells nothing"
    for word in used | set(ABOVE) | set().union(*HAS.values()):
        assert word in vocabulary, word
    # Nobody judges here, and nobody is named.
    assert used.isdisjoint({"ClaimReview", "Rating", "reviewRating", "Person", "itemReviewed"})
    assert {"Dataset", "DataDownload", "BreadcrumbList"} <= used


def test_it_is_json_ld_that_a_parser_of_rdf_reads(pages, base_url):
    schema = rdflib.Namespace("https://schema.org/")
    # The context as far as it matters here, without asking schema.org for it.
    every = [node for found in pages.values() for node in found]
    block = {"@context": {"@vocab": str(schema)}, "@graph": every}
    graph = rdflib.Graph().parse(data=json.dumps(block), format="json-ld")
    record = rdflib.URIRef(f"{base_url}#record")
    assert (record, rdflib.RDF.type, schema.Dataset) in graph
    # Both languages speak of the same thing.
    assert len(set(graph.objects(record, schema.version))) == 1
    assert set(map(str, graph.objects(record, schema.inLanguage))) == {"sv", "en"}
    kinds = set(graph.objects(None, rdflib.RDF.type))
    assert kinds <= {schema[kind] for kind in ABOVE}


def test_every_address_of_our_own_is_a_file(pages, site, base_url):
    checked = 0
    for page, found in pages.items():
        for node in things(found):
            for key, value in node.items():
                if key in ["url", "item", "contentUrl", "license", "@id"]:
                    assert value.startswith(("http://", "https://")), (page, key, value)
                if isinstance(value, str) and value.startswith(base_url):
                    local = value.removeprefix(base_url).partition("#")[0]
                    file = site / local
                    file = file / "index.html" if value.partition("#")[0].endswith("/") else file
                    assert file.is_file(), (page, value)
                    checked += 1
    assert checked


def test_the_record_is_told_as_the_json_tells_it(pages, dataset, base_url):
    for language in ["sv", "en"]:
        for page in [f"{language}/", f"{language}/data/"]:
            record = only(pages[page], "Dataset")
            assert record["version"] == dataset["version"]
            assert record["license"] == dataset["licence"]["url"]
            assert record["dateModified"] == dataset["reviewed"]
            assert record["isAccessibleForFree"] is True
            files = {file["contentUrl"]: file["encodingFormat"] for file in record["distribution"]}
            assert files[f"{base_url}data/v1/dataset.json"] == "application/json"
        parts = only(pages[f"{language}/data/"], "Dataset")["hasPart"]
        wanted = {one["page"][language]: one["name"][language] for one in dataset["procurements"]}
        assert {part["url"]: part["name"] for part in parts} == wanted


def test_procurements_name_their_parties(pages, dataset, base_url):
    parties = {party["id"]: party for party in dataset["parties"]}
    for one in dataset["procurements"]:
        for language in ["sv", "en"]:
            node = only(pages[path(one["page"][language], base_url)], "Dataset")
            assert node["name"].startswith(one["name"][language])
            assert node["isPartOf"] == {"@id": f"{base_url}#record"}
            wanted = [parties[one["buyer"]]] + ([parties[one["supplier"]]] if one["supplier"] else [])
            assert [it["name"] for it in node["about"]] == [it["name"][language] for it in wanted]
            assert node["about"][0]["@type"] == "GovernmentOrganization"
            for told, party in zip(node["about"], wanted):
                item = party["wikidata"] and f"http://www.wikidata.org/entity/{party['wikidata']}"
                assert told.get("sameAs") == item
            if covered := node.get("temporalCoverage"):
                dates = [event["date"] for event in one["events"]] + [
                    promise["promised"]
                    for milestone in one["milestones"]
                    for promise in milestone["promises"]
                ]
                first = min(date["earliest"] for date in dates)[:4]
                assert covered == f"{first}/{max(date['latest'] for date in dates)[:4]}"


def exact(date):
    """A date that ISO 8601 can write without being more exact than its source."""
    return date["edtf"] if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", date["edtf"]) else None


def test_events_agree_with_the_json(pages, dataset, base_url):
    sources = {source["id"]: source for source in dataset["sources"]}
    for one in dataset["procurements"]:
        for event in one["events"]:
            for language in ["sv", "en"]:
                found = pages[path(event["page"][language], base_url)]
                if event["confidence"] == "low":
                    assert [node["@type"] for node in found] == ["BreadcrumbList"]
                    continue
                node = only(found, "Event")
                assert node["name"] == event["title"][language]
                assert node["description"].endswith(event["text"][language])
                assert node["url"] == event["page"][language]
                assert node.get("startDate") == exact(event["date"]), event["id"]
                assert node.get("endDate") in [None, node.get("startDate")]
                told = [document["url"] for document in node["subjectOf"]]
                assert told == [sources[source]["url"] for source in event["sources"]]


def test_claims_agree_with_the_json(pages, dataset, base_url):
    parties = {party["id"]: party for party in dataset["parties"]}
    sources = {source["id"]: source for source in dataset["sources"]}
    for one in dataset["procurements"]:
        for claim in one["claims"]:
            for language in ["sv", "en"]:
                node = only(pages[path(claim["page"][language], base_url)], "Claim")
                assert node["name"] == claim["title"][language]
                assert node["description"] == claim["demands"][0]["text"][language]
                assert node["author"]["name"] == parties[claim["claimant"]]["name"][language]
                assert node["about"]["name"] == parties[claim["respondent"]]["name"][language]
                raised = claim["steps"][0]
                assert node.get("datePublished") == exact(raised["public"] or raised["date"])
                told = [document["url"] for document in node["appearance"]]
                assert told == [sources[source]["url"] for source in claim["sources"]]
                documents = zip(node["appearance"], claim["sources"])
                for document, source in documents:
                    published = sources[source]["published"]
                    assert document.get("datePublished") == (published and exact(published))


def test_the_way_to_a_page_ends_there(pages, base_url):
    for page, found in pages.items():
        ways = [node for node in found if node["@type"] == "BreadcrumbList"]
        if page in ["sv/", "en/"]:
            assert ways == []
            continue
        (way,) = ways
        steps = way["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == f"{base_url}{page[:3]}"
        assert steps[-1]["item"] == f"{base_url}{page}"
        assert all(step["name"].strip() for step in steps) and len(steps) >= 2


def test_a_page_names_the_files_that_search_engines_are_told_of(pages, site, dataset, base_url):
    """`<link rel="alternate">` in a head and `DataDownload` in its block are the same files."""
    for language in ["sv", "en"]:
        own = [one["page"][language].removeprefix(base_url) for one in dataset["procurements"]]
        for page in [f"{language}/", *own]:
            told = only(pages[page], "Dataset").get("distribution", [])
            text = (site / page / "index.html").read_text(encoding="utf-8")
            links = [dict(ATTRIBUTE.findall(link)) for link in LINK.findall(text)]
            links = {(link["type"], link["href"], html.unescape(link["title"])) for link in links}
            root = re.sub(r"^https?://[^/]+", "", base_url)
            for file in told:
                href = file["contentUrl"].replace(base_url, root)
                assert (file["encodingFormat"], href, file["name"]) in links, page
