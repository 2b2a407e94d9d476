//! The one sort of the browser: of keys. A library's sort is some kilobytes of WASM for each kind
//! of thing that it sorts.

use std::cmp::Ordering;

/// Things in the order of their keys; those of one key stay as they stood.
pub fn sorted<T, K: Ord>(things: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = things.iter().map(key).collect();
    let places = order(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| things[place].take()).collect()
}

/// The places of so many things in the order that a comparison of places gives.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(things in prop::collection::vec((0u8..9, any::<u16>()), 0..60)) {
            let mut known = things.clone();
            known.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(sorted(things, |(key, _)| *key), known);
        }
    }
}
