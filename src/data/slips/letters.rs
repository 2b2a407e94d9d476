//! Letters that look like others, or like nothing.

const DOUBLE: &[char] = &['"', '“', '”', '„', '‟', '«', '»', '″', '＂'];

const SINGLE: &[char] = &['\'', '‘', '’', '‚', '‛', '‹', '›', '´', '`'];

/// Whether a text may begin with it.
pub fn is_quote(letter: char) -> bool {
    DOUBLE.contains(&letter) || SINGLE.contains(&letter)
}

/// Whether it is a double quote, straight or curly.
pub fn is_double(letter: char) -> bool {
    DOUBLE.contains(&letter)
}

/// Whether it ends what `quote` began.
pub fn closes(quote: char, letter: char) -> bool {
    if DOUBLE.contains(&quote) { DOUBLE.contains(&letter) } else { SINGLE.contains(&letter) }
}

/// Whether it looks like a space and is none for TOML.
pub fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii_whitespace() && !is_invisible(letter)
}

/// Whether nobody sees it: without width, or a control of some kind.
pub fn is_invisible(letter: char) -> bool {
    match letter {
        // What is between lines is not in them.
        '\t' | '\n' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => true,
        _ => letter.is_control(),
    }
}
