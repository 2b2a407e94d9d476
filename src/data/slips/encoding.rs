//! Files that were saved in another encoding than UTF-8.

use crate::data::problem::NotUtf8;

/// What is wrong with bytes that are not UTF-8, and the byte where it begins. UTF-16 in plain
/// English letters is UTF-8 too, with a zero beside each of them.
pub fn not_utf8(bytes: &[u8]) -> Option<(usize, NotUtf8)> {
    let utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || matches!(bytes, [0, letter, 0, _, ..] | [letter, 0, _, 0, ..] if *letter != 0);
    if utf16 {
        return Some((0, NotUtf8::Utf16));
    }
    let start = std::str::from_utf8(bytes).err()?.valid_up_to();
    let before = &bytes[..start];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let rest = &bytes[line_start..];
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let text = western(rest[..end].strip_suffix(b"\r").unwrap_or(&rest[..end]));
    Some((start, NotUtf8::Byte { line, byte: start - line_start + 1, code: bytes[start], text }))
}

/// The line as a program of the western world meant it, where it is not UTF-8.
fn western(line: &[u8]) -> String {
    line.utf8_chunks()
        .flat_map(|chunk| {
            chunk
                .valid()
                .chars()
                .chain(chunk.invalid().iter().map(|byte| letter(*byte)))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn letter(byte: u8) -> char {
    match byte {
        // Where Windows-1252 differs from Latin-1 and texts have it.
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        other => char::from(other),
    }
}
