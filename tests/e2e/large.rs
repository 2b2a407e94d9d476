//! Two hundred procurements with ten thousand events: the timeline answers, and what it cannot
//! draw stands in counted groups that open.

use crate::stage::{House, read};

const LANES: &str = "document.querySelectorAll('section.lane:not(.group)').length";
const GROUPS: &str = "document.querySelectorAll('section.group').length";

/// How long a filter may take in the middle of many, in milliseconds, on a machine that runs other
/// tests beside this one: four times what an idle one takes.
const PATIENCE: f64 = 120.0;

#[tokio::test]
async fn a_crowded_timeline_answers_counts_and_opens() {
    read(async |reader| {
        let house = House::large();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        // A filter, over and over: from the click to the page laid out anew.
        let script = "
            const chips = [...document.querySelectorAll('fieldset.filter')].at(1).querySelectorAll('.chip');
            const times = [];
            const turn = () => new Promise(go => setTimeout(go, 40));
            for (let n = 0; n < 30; n++) {
                const chip = chips[n % chips.length];
                for (const click of [1, 2]) {
                    const start = performance.now();
                    chip.click();
                    // Effects run in the next task, before anything is painted.
                    await new Promise(go => {
                        const { port1, port2 } = new MessageChannel();
                        port1.onmessage = go;
                        port2.postMessage(0);
                    });
                    document.body.getBoundingClientRect();
                    times.push(performance.now() - start);
                    await turn();
                }
            }
            return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];";
        let middle = reader.later(&format!("(async () => {{ {script} }})().then(done)")).await;
        println!("a filter over 10,000 events: {middle} ms");
        assert!(middle.as_f64() < Some(PATIENCE), "{middle} ms");

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
