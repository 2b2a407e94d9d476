//! The name that content has by itself.

use sha2::{Digest, Sha256};

/// The first ten digits of the content's SHA-256: short enough to read, long enough never to clash.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut hash = full_hash(bytes);
    hash.truncate(10);
    hash
}

/// The content's SHA-256 in hexadecimal digits.
pub fn full_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_their_content() {
        // SHA-256 of nothing, as everybody knows it.
        assert_eq!(short_hash(b""), "e3b0c44298");
        assert_ne!(short_hash(b"a"), short_hash(b"b"));
    }
}
