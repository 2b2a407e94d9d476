"""The linked data: every file parses, the catalogue keeps to DCAT-AP-SE, each fact has the sources
that the JSON gives it, and nothing leads to a file that is not there."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib import BNode, Literal, URIRef
from rdflib import namespace as ns
from rdflib.compare import isomorphic

HERE = Path(__file__).parent
SCHEMA = rdflib.Namespace("https://schema.org/")
# What RFC 3987 allows in no IRI.
NO_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


def parsed(path, form):
    graph = rdflib.Graph()
    graph.parse(data=path.read_bytes(), format=form)
    assert len(graph) > 0, path
    return graph


@pytest.fixture(scope="module")
def dump(site):
    return parsed(site / "data/utlovat.nt", "nt")


@pytest.fixture(scope="module")
def vocabulary(site):
    return parsed(site / "data/vocabulary.ttl", "turtle")


@pytest.fixture(scope="module")
def catalogue(site):
    return parsed(site / "data/dcat.rdf", "xml")


@pytest.fixture(scope="module")
def void(site):
    return parsed(site / "data/void.ttl", "turtle")


@pytest.fixture(scope="module")
def own(base_url):
    return rdflib.Namespace(f"{base_url}data/vocabulary.ttl#")


def copied(graph):
    return rdflib.Graph() + graph


# The files


def test_rdf_xml_and_turtle_are_the_same_catalogue(site, catalogue):
    assert isomorphic(catalogue, parsed(site / "data/dcat.ttl", "turtle"))


def test_nothing_is_blank(dump, vocabulary, catalogue, void):
    for graph in (dump, vocabulary, catalogue, void):
        assert not [triple for triple in graph if any(isinstance(term, BNode) for term in triple)]


def test_every_iri_is_whole_and_an_iri(dump, vocabulary, catalogue, void):
    for graph in (dump, vocabulary, catalogue, void):
        for triple in graph:
            for term in triple:
                if isinstance(term, URIRef):
                    assert str(term).startswith(("http://", "https://")), term
                    assert not NO_IRI.search(term), term


def test_the_dump_is_in_order_and_each_triple_stands_once(site, dump):
    lines = (site / "data/utlovat.nt").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert lines == sorted(set(lines), key=lambda line: line.encode())
    assert len(lines) == len(dump)


def test_void_counts_what_is_there(site, base_url, dump, void):
    it = URIRef(f"{base_url}#record")
    assert void.value(it, ns.VOID.triples).toPython() == len(dump)
    assert void.value(it, ns.VOID.distinctSubjects).toPython() == len(set(dump.subjects()))
    assert void.value(it, ns.VOID.dataDump) == URIRef(f"{base_url}data/utlovat.nt")
    used = {str(predicate) for predicate in dump.predicates()} | {
        str(kind) for kind in dump.objects(None, ns.RDF.type)
    }
    spaces = [str(space) for space in void.objects(it, ns.VOID.vocabulary)]
    assert [term for term in used if not term.startswith(tuple(spaces))] == []
    same = site / ".well-known/void"
    assert same.read_bytes() == (site / "data/void.ttl").read_bytes()


def test_every_text_has_a_language_and_every_date_its_type(dump, own):
    # Names, codes and identifiers are in no language.
    plain = {
        ns.DCTERMS.identifier,
        SCHEMA.name,
        SCHEMA.currency,
        ns.SKOS.altLabel,
        ns.OWL.versionInfo,
        URIRef("http://purl.org/dc/elements/1.1/publisher"),
        own.countyCode,
        own.recordSystem,
        own.nextRecordSystem,
    }
    former = set(dump.subjects(ns.RDF.type, own.FormerName))
    strict = (ns.XSD.date, ns.XSD.integer, ns.XSD.gYear, ns.XSD.boolean)
    for subject, predicate, value in dump:
        if isinstance(value, Literal) and value.datatype in (None, ns.XSD.string):
            name = predicate in plain or (predicate == ns.FOAF.name and subject in former)
            assert bool(value.language) != name, (subject, predicate, value)
        if isinstance(value, Literal) and value.datatype in strict:
            assert not value.ill_typed, (subject, predicate, value)


def test_every_term_of_ours_is_explained(dump, vocabulary, own):
    used = {
        term
        for subject, predicate, value in dump
        for term in (predicate, value)
        if isinstance(term, URIRef) and term.startswith(own)
    }
    assert used
    assert [term for term in used if (term, ns.RDF.type, None) not in vocabulary] == []
    for term in {subject for subject in vocabulary.subjects() if subject.startswith(own)}:
        for said in (ns.RDFS.label, ns.RDFS.comment):
            languages = sorted(value.language for value in vocabulary.objects(term, said))
            assert languages == ["en", "sv"], (term, said)
    for term in vocabulary.subjects(ns.RDF.type, ns.RDF.Property):
        assert len(list(vocabulary.objects(term, ns.RDFS.domain))) == 1, term
        assert len(list(vocabulary.objects(term, ns.RDFS.range))) == 1, term


def test_things_are_what_the_vocabulary_says(dump, vocabulary, own):
    """Domains and ranges hold, with the classes above each class."""
    above = defaultdict(set)
    for kind in vocabulary.subjects(ns.RDF.type, ns.OWL.Class):
        above[kind] = set(vocabulary.transitive_objects(kind, ns.RDFS.subClassOf))
    kinds = defaultdict(set)
    for subject, kind in dump.subject_objects(ns.RDF.type):
        kinds[subject] |= above[kind] or {kind}
    for property in vocabulary.subjects(ns.RDF.type, ns.RDF.Property):
        domain = vocabulary.value(property, ns.RDFS.domain)
        reach = vocabulary.value(property, ns.RDFS.range)
        for subject, value in dump.subject_objects(property):
            assert domain in kinds[subject] or domain == ns.RDFS.Resource, (subject, property)
            if reach == ns.RDF.langString:
                assert value.language, (subject, property)
            elif reach in (EDTF, ns.XSD.date, ns.XSD.boolean, ns.XSD.integer, ns.XSD.gYear):
                assert value.datatype == reach, (subject, property, value)
            elif reach == ns.XSD.string:
                assert isinstance(value, Literal) and not value.language, (subject, property)
            elif reach == ns.SKOS.Concept:
                assert (value, ns.RDF.type, ns.SKOS.Concept) in vocabulary, value
            else:
                assert reach in kinds[value], (subject, property, value)


# The catalogue


def complaints(graph, shapes):
    conforms, _, text = validate(graph, shacl_graph=shapes, advanced=True)
    return "" if conforms else text


def profile():
    return parsed(HERE / "dcat-ap-se.shapes.ttl", "turtle")


def test_the_catalogue_keeps_to_the_profile(catalogue):
    assert complaints(catalogue, profile()) == ""


def spoilt(catalogue, base_url):
    """Catalogues that each break one rule of the profile, and the section that they break."""

    record = URIRef(f"{base_url}#record")

    def at(name):
        return URIRef(f"{base_url}data/dcat.rdf#{name}")

    def without(subject, predicate):
        def change(graph):
            assert (subject, predicate, None) in graph
            graph.remove((subject, predicate, None))

        return change

    def also(subject, predicate, value):
        return lambda graph: graph.add((subject, predicate, value))

    def blank(graph):
        node = BNode()
        for predicate, value in list(graph.predicate_objects(at("json"))):
            graph.remove((at("json"), predicate, value))
            graph.add((node, predicate, value))
        graph.remove((record, ns.DCAT.distribution, at("json")))
        graph.add((record, ns.DCAT.distribution, node))

    def contact(graph):
        vcard = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
        graph.add((record, ns.DCAT.contactPoint, at("contact")))
        graph.add((at("contact"), ns.RDF.type, vcard.Organization))
        graph.add((at("contact"), vcard.fn, Literal("Utlovat")))

    def untagged(graph):
        graph.remove((record, ns.DCTERMS.title, None))
        graph.add((record, ns.DCTERMS.title, Literal("Utan språk")))

    def licence(graph):
        graph.remove((at("json"), ns.DCTERMS.license, None))
        wrong = URIRef("https://creativecommons.org/licenses/by/4.0/")
        graph.add((at("json"), ns.DCTERMS.license, wrong))
        graph.add((wrong, ns.RDF.type, ns.DCTERMS.LicenseDocument))

    return {
        "no title": without(at("catalogue"), ns.DCTERMS.title),
        "no description": without(record, ns.DCTERMS.description),
        "no publisher": without(record, ns.DCTERMS.publisher),
        "two publishers": also(at("catalogue"), ns.DCTERMS.publisher, at("json")),
        "no licence": without(at("catalogue"), ns.DCTERMS.license),
        "no dataset": without(at("catalogue"), ns.DCAT.dataset),
        "no type of publisher": without(at("publisher"), ns.DCTERMS.type),
        "no name of publisher": without(at("publisher"), ns.FOAF.name),
        "no address": without(at("json"), ns.DCAT.accessURL),
        "no format": without(at("json"), ns.DCTERMS.format),
        "two addresses": also(at("json"), ns.DCAT.accessURL, URIRef("https://example.org/")),
        "a format that is none": also(at("json"), ns.DCTERMS.format, Literal("JSON")),
        "a size that is no number": also(at("json"), ns.DCAT.byteSize, Literal("large")),
        "a theme that is none": also(record, ns.DCAT.theme, URIRef("https://example.org/x")),
        "a keyword without language": also(record, ns.DCAT.keyword, Literal("krav")),
        "a frequency of its own": also(
            record, ns.DCTERMS.accrualPeriodicity, URIRef("https://example.org/often")
        ),
        "a blank distribution": blank,
        "a contact without e-mail": contact,
        "a title without language": untagged,
        "a licence with https": licence,
    }


def test_a_spoilt_catalogue_is_found(catalogue, base_url):
    shapes = profile()
    for name, change in spoilt(catalogue, base_url).items():
        graph = copied(catalogue)
        change(graph)
        assert complaints(graph, shapes) != "", name


def file_of(site, base_url, iri):
    """The file that an IRI of the site leads to: a page is a folder's index."""
    path = str(iri).split("#")[0][len(base_url) :]
    return site / (f"{path}index.html" if path == "" or path.endswith("/") else path)


def test_every_iri_of_the_site_leads_to_a_file(
    site, base_url, dump, vocabulary, catalogue, void
):
    # Without pages (a quick look at the files for machines alone) only the files can be asked for.
    pages = (site / "sv/index.html").is_file()
    wanted = set()
    for graph in (dump, vocabulary, catalogue, void):
        for triple in graph:
            for term in triple:
                if isinstance(term, URIRef) and term.startswith(base_url):
                    wanted.add(file_of(site, base_url, term))
    assert any(path.suffix == ".html" for path in wanted)
    assert site / "data/vocabulary.ttl" in wanted
    gone = [path for path in wanted if (pages or path.suffix != ".html") and not path.is_file()]
    assert gone == []


def test_every_distribution_is_there_and_as_large_as_it_says(site, base_url, catalogue):
    listed = set(catalogue.objects(None, ns.DCAT.distribution))
    assert listed == set(catalogue.subjects(ns.RDF.type, ns.DCAT.Distribution))
    assert len(listed) >= 2
    for one in listed:
        downloads = list(catalogue.objects(one, ns.DCAT.downloadURL))
        assert downloads, one
        size = catalogue.value(one, ns.DCAT.byteSize)
        if size is not None:
            [only] = downloads
            assert file_of(site, base_url, only).stat().st_size == int(size)
            assert catalogue.value(one, ns.DCAT.accessURL) == only


# The record


def at(page, fragment):
    return URIRef(f"{page['sv']}#{fragment}")


class Names:
    """Things without an id are named by the first day of their date and their word."""

    def __init__(self):
        self.seen = Counter()

    def name(self, date, word=""):
        name = f"{date['earliest']}/{word}" if word else date["earliest"]
        self.seen[name] += 1
        return name if self.seen[name] == 1 else f"{name}/{self.seen[name]}"


def facts(dataset, base_url):
    """Every fact of the JSON that has sources, by its IRI: the fact and its sources."""
    for party in dataset["parties"]:
        names = Names()
        for former in party["former_names"]:
            name = names.name(former["until"])
            yield f"{base_url}sv/a-o/#party/{party['id']}/name/{name}", former, former["sources"]
    for region in dataset["regions"]:
        it = f"{base_url}sv/regioner/#region/{region['id']}"
        yield it, region, region["sources"]
        if region["population"]:
            yield f"{it}/residents", region["population"], region["population"]["sources"]
    for one in dataset["procurements"]:
        page = one["page"]
        names = Names()
        for programme in one["programmes"]:
            name = names.name(programme["since"])
            yield at(page, f"programme/{name}"), programme, programme["sources"]
        for key in ("summary", "scope", "replaces", "standing", "residents", "contract"):
            if one[key]:
                yield at(page, key), one[key], one[key]["sources"]
        for key, word in (
            ("plans", "plan"),
            ("costs", "cost"),
            ("statements", "statement"),
            ("disagreements", "disagreement"),
        ):
            for fact in one[key]:
                yield at(page, f"{word}/{fact['id']}"), fact, fact["sources"]
        for milestone in one["milestones"]:
            for promise in milestone["promises"]:
                name = f"promise/{milestone['id']}/{promise['plan']}"
                yield at(page, name), promise, promise["sources"]
            for key in ("met", "unmet"):
                if milestone[key]:
                    fact = milestone[key]
                    yield at(page, f"{key}/{milestone['id']}"), fact, fact["sources"]
        for event in one["events"]:
            yield at(event["page"], "it"), event, event["sources"]
        for claim in one["claims"]:
            yield from facts_of_claim(claim)


def facts_of_claim(claim):
    page = claim["page"]
    yield at(page, "it"), claim, claim["sources"]
    if claim["demanded"] and claim["demanded"]["amount"]["kind"] == "withheld":
        amount = claim["demanded"]["amount"]
        yield at(page, "demanded"), amount, amount["sources"]
    for key, kind, word in (
        ("demands", "demand", "form"),
        ("losses", "loss", None),
        ("received", "received", "kind"),
        ("steps", "step", "status"),
    ):
        names = Names()
        for fact in claim[key]:
            name = f"{kind}/{names.name(fact['date'], fact[word] if word else '')}"
            yield at(page, name), fact, fact["sources"]
            if fact.get("amount", {}).get("kind") == "withheld":
                yield at(page, f"{name}/amount"), fact["amount"], fact["amount"]["sources"]


def test_every_fact_has_the_very_sources_that_the_json_gives_it(dataset, base_url, dump):
    wanted = {}
    for iri, _, sources in facts(dataset, base_url):
        assert URIRef(iri) not in wanted, iri
        wanted[URIRef(iri)] = {URIRef(f"{base_url}sv/kallor/#{source}") for source in sources}
    found = defaultdict(set)
    for fact, source in dump.subject_objects(ns.PROV.wasDerivedFrom):
        found[fact].add(source)
    assert len(wanted) > 100
    assert found == wanted


def test_every_source_is_told_as_the_json_tells_it(dataset, base_url, dump, own):
    for source in dataset["sources"]:
        it = URIRef(source["page"]["sv"])
        assert it == URIRef(f"{base_url}sv/kallor/#{source['id']}")
        assert str(dump.value(it, SCHEMA.url)) == source["url"]
        title = dump.value(it, ns.DCTERMS.title)
        assert (title and (str(title), title.language)) == (
            source["title"] and (source["title"], source["language"])
        )
        issued = dump.value(it, ns.DCTERMS.issued)
        assert (issued and (str(issued), issued.datatype)) == (
            source["published"] and (source["published"]["edtf"], EDTF)
        )


def window(dump, it, own, name):
    ends = (dump.value(it, own[f"{name}{end}"]) for end in ("", "Earliest", "Latest"))
    return [str(end) if end is not None else None for end in ends]


def test_every_date_is_that_of_the_json(dataset, base_url, dump, own):
    pairs = (
        ("date", "date"),
        ("announced", "date"),
        ("signed", "date"),
        ("as_of", "date"),
        ("system_as_of", "date"),
        ("public", "public"),
        ("promised", "promised"),
        ("until", "until"),
        ("since", "since"),
        ("system_since", "since"),
        ("dropped", "dropped"),
        ("told_until", "toldUntil"),
    )
    counted = 0
    for iri, fact, _ in facts(dataset, base_url):
        for key, name in pairs:
            if key in fact and not isinstance(fact[key], str):
                date = fact[key]
                wanted = [date["edtf"], date["earliest"], date["latest"]] if date else [None] * 3
                assert window(dump, URIRef(iri), own, name) == wanted, (iri, key)
                counted += 1
    assert counted > 100


def test_every_promise_came_to_what_the_json_says(dataset, base_url, dump, own):
    for one in dataset["procurements"]:
        for milestone in one["milestones"]:
            it = at(one["page"], f"milestone/{milestone['id']}")
            known = milestone["known_through"]
            assert window(dump, it, own, "knownThrough") == list(known.values())
            first = dump.value(it, own.firstPromise)
            assert slip(dump, first, own) == list(milestone["slip_first"].values())
            latest = dump.value(it, own.latestPromise)
            assert slip(dump, latest, own) == list(milestone["slip_latest"].values())
            made = set(dump.subjects(own.promiseOf, it))
            assert len(made) == len(milestone["promises"])
            for promise in milestone["promises"]:
                name = at(one["page"], f"promise/{milestone['id']}/{promise['plan']}")
                assert slip(dump, name, own) == list(promise["slip"].values())
                assert dump.value(name, own.madeIn) == at(one["page"], f"plan/{promise['plan']}")


def slip(dump, promise, own):
    outcome = str(dump.value(promise, own.outcome)).removeprefix(f"{own}outcome-")
    ends = (dump.value(promise, own[f"slipMonthsAt{end}"]) for end in ("Least", "Most"))
    return [outcome, *(end.toPython() if end is not None else None for end in ends)]


def test_every_amount_is_that_of_the_json_and_a_secret_has_no_number(
    dataset, base_url, dump, own
):
    counted = Counter()
    told = set()
    for iri, fact, _ in facts(dataset, base_url):
        if "demanded" in fact and fact["demanded"]:
            it, adding = at(fact["page"], "demanded"), fact["demanded"]
            amount = adding["amount"]
        elif "amount" in fact:
            it, amount, adding = URIRef(f"{iri}/amount"), fact["amount"], fact
        elif "money" in fact:
            it, amount, adding = URIRef(f"{iri}/amount"), {"kind": "public", **fact["money"]}, fact
        elif fact.get("value"):
            it, amount, adding = URIRef(f"{iri}/amount"), {"kind": "public", **fact["value"]}, None
        else:
            continue
        told.add(it)
        counted[amount["kind"]] += 1
        assert dump.value(it, own.amountKind) == own[f"amount-kind-{amount['kind']}"], it
        numbers = [dump.value(it, SCHEMA[name]) for name in ("value", "minValue", "maxValue")]
        numbers = [number if number is None else number.toPython() for number in numbers]
        high = amount.get("value_high")
        if amount["kind"] != "public":
            assert numbers == [None] * 3, it
            assert dump.value(it, SCHEMA.currency) is None
        else:
            value = amount["value"]
            assert numbers == ([None, value, high] if high else [value, None, None]), it
            assert str(dump.value(it, SCHEMA.currency)) == amount["currency"]
            assert dump.value(it, own.qualifier) == own[f"qualifier-{amount['qualifier']}"]
        if adding:
            assert dump.value(it, own.summable).toPython() == adding["summable"], it
            assert dump.value(it, own.sumRule) == own[f"sum-rule-{adding['sum_rule']}"]
    assert told == set(dump.subjects(ns.RDF.type, own.Amount))
    assert counted["public"] and counted.total() > 10


def test_everything_of_the_json_is_there(dataset, base_url, dump, own):
    procurements = dataset["procurements"]
    claims = [claim for one in procurements for claim in one["claims"]]
    wanted = {
        "Procurement": len(procurements),
        "Region": len(dataset["regions"]),
        "FormerName": sum(len(party["former_names"]) for party in dataset["parties"]),
        "Claim": len(claims),
        "ClaimStep": sum(len(claim["steps"]) for claim in claims),
        "Demand": sum(len(claim["demands"]) for claim in claims),
        "Loss": sum(len(claim["losses"]) for claim in claims),
        "Receipt": sum(len(claim["received"]) for claim in claims),
        "Promise": sum(len(it["promises"]) for one in procurements for it in one["milestones"]),
    }
    for kind, key in (
        ("Milestone", "milestones"),
        ("Plan", "plans"),
        ("Event", "events"),
        ("Cost", "costs"),
        ("Statement", "statements"),
        ("Unknown", "unknowns"),
        ("Disagreement", "disagreements"),
        ("Programme", "programmes"),
    ):
        wanted[kind] = sum(len(one[key]) for one in procurements)
    found = {kind: len(set(dump.subjects(ns.RDF.type, own[kind]))) for kind in wanted}
    assert found == wanted
    agents = set(dump.subjects(ns.RDF.type, ns.FOAF.Agent))
    assert len(agents) == len(dataset["parties"])
    assert len(set(dump.subjects(ns.RDF.type, ns.FOAF.Document))) == len(dataset["sources"])


def test_every_item_of_wikidata_is_there_and_no_other(dataset, base_url, dump):
    items = [party["wikidata"] for party in dataset["parties"]]
    items += [region["wikidata"] for region in dataset["regions"]]
    items += [one["product_wikidata"] for one in dataset["procurements"]]
    wanted = Counter(f"http://www.wikidata.org/entity/{item}" for item in items if item)
    found = Counter(
        str(value)
        for predicate in (ns.OWL.sameAs, SCHEMA.sameAs)
        for value in dump.objects(None, predicate)
    )
    assert found == wanted


def record_shapes(base_url):
    text = (HERE / "record.shapes.ttl").read_text(encoding="utf-8").replace("@ROOT@", base_url)
    shapes = rdflib.Graph()
    shapes.parse(data=text, format="turtle")
    return shapes


def test_the_record_has_the_shape_that_its_vocabulary_promises(dump, base_url):
    assert complaints(dump, record_shapes(base_url)) == ""


def test_a_spoilt_record_is_found(dump, base_url, own):
    amount = next(
        it
        for it, kind in dump.subject_objects(own.amountKind)
        if kind == own["amount-kind-public"]
    )
    event = next(dump.subjects(ns.RDF.type, own.Event))
    promise = next(dump.subjects(ns.RDF.type, own.Promise))
    small = rdflib.Graph()
    for it in (amount, event, promise):
        small += [(it, *rest) for rest in dump.predicate_objects(it)]
        for _, _, to in list(small.triples((it, None, None))):
            small += [(to, ns.RDF.type, kind) for kind in dump.objects(to, ns.RDF.type)]
    shapes = record_shapes(base_url)

    def focus(graph):
        _, report, _ = validate(graph, shacl_graph=shapes, advanced=True)
        sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
        return set(report.objects(None, sh.focusNode))

    def changed(change):
        graph = copied(small)
        change(graph)
        return focus(graph)

    fine = focus(small)
    assert not fine & {amount, event, promise}

    def secret(graph):
        graph.set((amount, own.amountKind, own["amount-kind-withheld"]))

    assert amount in changed(secret)
    assert event in changed(lambda graph: graph.remove((event, ns.PROV.wasDerivedFrom, None)))
    assert event in changed(lambda graph: graph.remove((event, own.dateEarliest, None)))
    assert promise in changed(lambda graph: graph.remove((promise, own.madeIn, None)))
