//! One commit gives one site.

use super::pages::{BUILT, build};

#[test]
fn two_builds_of_the_same_facts_are_byte_for_byte_the_same() {
    let (first, second) = (&*BUILT, build());
    let names =
        |files: &std::collections::BTreeMap<_, _>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(first), names(&second));
    for (name, bytes) in first {
        if let Some(at) = bytes.iter().zip(&second[name]).position(|(a, b)| a != b) {
            let around = |bytes: &[u8]| {
                let range = at.saturating_sub(60)..(at + 60).min(bytes.len());
                String::from_utf8_lossy(&bytes[range]).into_owned()
            };
            panic!(
                "{} differs at byte {at}:\n  {}\n  {}\nSomething there has an order of its own: \
                 keep it in a BTreeMap.",
                name.display(),
                around(bytes),
                around(&second[name])
            );
        }
        assert_eq!(bytes.len(), second[name].len(), "{} differs in length", name.display());
    }
}
