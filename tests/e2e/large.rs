//! Two hundred procurements with ten thousand events: the timeline answers, and what it cannot
//! draw stands in counted groups that open.

use crate::stage::{House, Reader, facts, read};
use utlovat::i18n::kind;
use utlovat::model::{EventGroup, Lang, Word};

const LANES: &str = "document.querySelectorAll('section.lane:not(.group)').length";
const GROUPS: &str = "document.querySelectorAll('section.group').length";

/// The most elements that a filter may write, in sight and below: as many as all drawings may have,
/// and half as many again for the words beside them. The folded table is not written.
const WRITTEN: u64 = 4_500;

/// Counts from now on the elements that are written into the page.
const COUNT: &str = "
    window.written = 0;
    const weight = node => node.nodeType === Node.ELEMENT_NODE ? 1 + node.querySelectorAll('*').length : 0;
    new MutationObserver(changes => {
        for (const { addedNodes } of changes) for (const node of addedNodes) written += weight(node);
    }).observe(document.body, { childList: true, subtree: true });";

#[tokio::test]
async fn a_crowded_timeline_answers_counts_and_opens() {
    read(async |reader| {
        let house = House::large();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.at_rest("document.querySelectorAll('*').length").await;
        reader.run(COUNT, vec![]).await;
        let written = filtered(&reader).await;
        println!("elements written by filters over 10,000 events: {written:?}");
        assert!(written.iter().all(|written| (1..WRITTEN).contains(written)), "{written:?}");

        let lanes = reader.js(LANES).await.as_u64().expect("a number");
        let groups = reader.js(GROUPS).await.as_u64().expect("a number");
        assert!(lanes > 3 && groups > 1, "{lanes} lanes and {groups} groups");
        // Nothing is dropped: the lanes and the names in the groups are all of them.
        let named = "document.querySelectorAll('section.group .names li').length";
        reader.until(&format!("{LANES} + {named} === 200")).await;
        let drawn = "document.querySelectorAll('main svg, main svg *').length";
        assert!(reader.js(drawn).await.as_u64() <= Some(3_000));

        // A group opens as lanes of its own.
        reader.js("document.querySelector('section.group .scripted a').click()").await;
        reader.until("location.search.startsWith('?procurement=')").await;
        let members = reader.js("location.search.split(',').length").await;
        let shown = format!(
            "{LANES} + [...document.querySelectorAll('section.group .names li')].length === {members}"
        );
        reader.until(&shown).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

/// Presses each kind of event and takes it back; how many elements each click wrote.
async fn filtered(reader: &Reader) -> Vec<u64> {
    let mut written = Vec::new();
    for group in EventGroup::ALL {
        for search in [format!("?kind={}", group.word()), String::new()] {
            reader.run("window.written = 0", vec![]).await;
            let name = facts::words(Lang::Sv).get(kind::event_group(group));
            reader.press_chip(name).await;
            reader.until(&format!("location.search === '{search}' && window.written > 0")).await;
            written.push(reader.at_rest("window.written").await.as_u64().expect("a number"));
        }
    }
    written
}
