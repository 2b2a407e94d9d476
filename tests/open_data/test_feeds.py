"""Atom (RFC 4287) and JSON Feed 1.1, before a feed parser, the RFC's own schema and its rules."""

import json
import re
from pathlib import Path
from urllib.parse import urldefrag

import feedparser
import pytest
from lxml import etree, html

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")


@pytest.fixture(scope="module")
def atoms(site):
    """Every Atom feed by its path, parsed as XML."""
    files = sorted((site / "data/feeds").glob("*.atom"))
    return {f"data/feeds/{file.name}": etree.parse(file) for file in files}


@pytest.fixture(scope="module")
def jsons(site):
    files = sorted((site / "data/feeds").glob("*.feed.json"))
    return {f"data/feeds/{file.name}": json.loads(file.read_text("utf-8")) for file in files}


@pytest.fixture(scope="module")
def ledger(site):
    return json.loads((site / "data/changes.json").read_text("utf-8"))


def texts(element, name):
    return [child.text for child in element.findall(ATOM + name)]


def test_there_is_one_of_the_site_and_one_of_each_procurement(atoms, jsons, dataset):
    names = [""] + [one["id"] + "." for one in dataset["procurements"]]
    wanted = {f"data/feeds/{name}{lang}" for name in names for lang in ["sv", "en"]}
    assert {path.removesuffix(".atom") for path in atoms} == wanted
    assert {path.removesuffix(".feed.json") for path in jsons} == wanted


def test_a_feed_parser_reads_each_without_a_warning(site, atoms):
    for path in atoms:
        feed = feedparser.parse((site / path).read_bytes())
        assert feed.bozo == 0, (path, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        assert feed.feed.title and feed.feed.author and feed.feed.language
        assert feed.entries, path
        for entry in feed.entries:
            assert entry.updated_parsed and entry.title and entry.link, entry.id


def test_each_keeps_to_the_schema_of_the_rfc(atoms):
    schema = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    for path, feed in atoms.items():
        assert schema.validate(feed), (path, schema.error_log.last_error)


@pytest.mark.parametrize("break_it", ["id", "title", "updated"])
def test_the_schema_finds_what_is_missing(atoms, break_it):
    schema = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    feed = etree.fromstring(etree.tostring(next(iter(atoms.values()))))
    entry = feed.find(ATOM + "entry")
    entry.remove(entry.find(ATOM + break_it))
    assert not schema.validate(feed)


def test_each_has_what_the_rfc_requires(atoms, base_url):
    """What a schema cannot say: RFC 4287, 4.1.1, 4.1.2 and 4.2.7."""
    ids = set()
    for path, tree in atoms.items():
        feed = tree.getroot()
        for name in ["id", "title", "updated"]:
            assert len(texts(feed, name)) == 1, (path, name)
        assert feed.find(f"{ATOM}author/{ATOM}name").text
        (self_link,) = [it for it in feed.findall(ATOM + "link") if it.get("rel") == "self"]
        assert self_link.get("href") == base_url + path
        (feed_id,) = texts(feed, "id")
        assert feed_id not in ids, "no two feeds are the same"
        ids.add(feed_id)
        entries = feed.findall(ATOM + "entry")
        own = [text for entry in entries for text in texts(entry, "id")]
        assert len(own) == len(set(own)) == len(entries), path
        for entry in entries:
            alternates = [
                (it.get("type"), it.get("hreflang"))
                for it in entry.findall(ATOM + "link")
                if it.get("rel") == "alternate"
            ]
            assert len(alternates) == len(set(alternates)) == 1
            assert entry.find(ATOM + "content").text or texts(entry, "title")
            for name in ["published", "updated"]:
                (date,) = texts(entry, name)
                assert DATE.match(date), date
        newest = max(date for entry in entries for date in texts(entry, "updated"))
        assert texts(feed, "updated") == [newest]


def test_content_is_html_with_nothing_in_it_that_runs(atoms):
    allowed = {"p", "strong", "blockquote", "ul", "li", "a", "br"}
    for path, tree in atoms.items():
        for content in tree.iter(ATOM + "content"):
            if content.text:
                for element in html.fragment_fromstring(content.text, create_parent="main").iter():
                    assert element.tag in allowed | {"main"}, (path, element.tag)
                    assert set(element.attrib) <= {"href", "hreflang", "lang"}


def test_json_feeds_have_what_their_standard_requires(jsons, base_url):
    for path, feed in jsons.items():
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] and feed["feed_url"] == base_url + path
        assert feed["home_page_url"].startswith(base_url)
        assert feed["language"] in ["sv", "en"] and feed["authors"][0]["name"]
        assert isinstance(feed["items"], list) and feed["items"]
        ids = [item["id"] for item in feed["items"]]
        assert len(ids) == len(set(ids)) and all(isinstance(one, str) for one in ids)
        for item in feed["items"]:
            assert item["content_html"] or item["content_text"] or item["title"]
            assert DATE.match(item["date_published"]) and DATE.match(item["date_modified"])
            assert item["url"].startswith(base_url)
            allowed = {"id", "url", "title", "content_html", "content_text", "date_published"}
            allowed |= {"date_modified", "language", "tags"}
            assert all(key in allowed or key.startswith("_") for key in item), item.keys()


def test_both_forms_hold_the_same_entries(atoms, jsons):
    for path, tree in atoms.items():
        feed = jsons[path.removesuffix(".atom") + ".feed.json"]
        entries = tree.getroot().findall(ATOM + "entry")
        told = [(*texts(it, "id"), *texts(it, "title"), *texts(it, "updated")) for it in entries]
        assert told == [(it["id"], it["title"], it["date_modified"]) for it in feed["items"]]


def test_every_event_is_told_with_its_words_and_its_sources(jsons, dataset):
    sources = {one["id"]: one["url"] for one in dataset["sources"]}
    for procurement in dataset["procurements"]:
        for lang in ["sv", "en"]:
            feed = jsons[f"data/feeds/{procurement['id']}.{lang}.feed.json"]
            items = {item["url"]: item for item in feed["items"]}
            for event in procurement["events"]:
                item = items[event["page"][lang]]
                assert item["title"] == f"{procurement['name'][lang]}: {event['title'][lang]}"
                assert event["text"][lang] in item["content_text"]
                urls = {link["url"] for link in item["_utlovat"]["sources"]}
                assert urls == {sources[one] for one in event["sources"]}


def test_every_edit_that_changed_a_procurement_is_told_there(jsons, ledger, dataset):
    known = {one["id"] for one in dataset["procurements"]}
    count = 0
    for version in ledger["versions"]:
        for of in known & {change["procurement"] for change in version["changes"]}:
            for lang in ["sv", "en"]:
                items = jsons[f"data/feeds/{of}.{lang}.feed.json"]["items"]
                (item,) = [item for item in items if item["url"] == version["page"][lang]]
                assert item["date_modified"].startswith(version["day"])
                count += 1
    assert count or not any(version["changes"] for version in ledger["versions"])


def test_the_ledger_is_in_order_and_its_ids_are_unique(ledger):
    days = [version["day"] for version in ledger["versions"]]
    assert days and days == sorted(days, reverse=True)
    versions = [version["id"] for version in ledger["versions"]]
    changes = [change["id"] for version in ledger["versions"] for change in version["changes"]]
    ids = versions + changes
    assert len(ids) == len(set(ids))
    for version in ledger["versions"]:
        assert version["compared"] or not version["changes"]
        for change in version["changes"]:
            assert change["from"] != change["to"] or change["withheld"], change["id"]
            for text in [change["from"], change["to"], change["field"], *change["names"]]:
                assert text is None or (set(text) == {"sv", "en"})


def test_the_words_of_commits_hold_no_address(ledger):
    for version in ledger["versions"]:
        for said in version["said"]:
            text = said["subject"] + said["body"]
            assert "@" not in text and "://" not in text, text
            assert not re.search(r"(^|\s)[~/]\S*/", text), text


def test_what_they_link_to_is_there(site, base_url, jsons):
    if not (site / "sv/index.html").exists():
        pytest.skip("the site was built without its pages")
    anchors = {}
    for path, feed in jsons.items():
        for url in [feed["home_page_url"], *(item["url"] for item in feed["items"])]:
            address, anchor = urldefrag(url)
            file = site / address.removeprefix(base_url)
            file = file / "index.html" if address.endswith("/") else file
            assert file.is_file(), (path, url)
            if anchor:
                if file not in anchors:
                    anchors[file] = set(html.parse(file).xpath("//@id"))
                assert anchor in anchors[file], (path, url)


def test_pages_name_their_feed(site, base_url, dataset):
    if not (site / "sv/index.html").exists():
        pytest.skip("the site was built without its pages")
    pages = {"sv/index.html": "sv.atom", "en/index.html": "en.atom"}
    for one in dataset["procurements"]:
        for lang in ["sv", "en"]:
            pages[one["page"][lang].removeprefix(base_url) + "index.html"] = f"{one['id']}.{lang}.atom"
    for page, feed in pages.items():
        head = html.parse(site / page)
        for form, name in [("atom+xml", feed), ("feed+json", feed[:-4] + "feed.json")]:
            found = head.xpath(f'//head/link[@type="application/{form}"]/@href')
            assert len(found) == 1 and found[0].endswith(f"/data/feeds/{name}"), (page, found)
