//! Lines of iCalendar: escaped, folded at 75 octets, each ending in CRLF (RFC 5545, 3.1 and 3.3.11).
//!
//! Our own few lines, since the crate `icalendar` leaves a calendar's NAME unescaped and falls
//! back on the clock and on random UIDs where a property is missing.

use crate::model::Day;

/// A file that is being written.
#[derive(Debug, Default)]
pub struct Content(String);

/// How many octets a line may have, without its end.
const LONGEST: usize = 75;

impl Content {
    /// A property whose value stands as it is: a date, an address, a word of the standard.
    /// `name` may carry parameters.
    pub fn plain(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// A property whose value is text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// A property whose value is a list of texts.
    pub fn list(&mut self, name: &str, values: &[String]) {
        let values: Vec<String> = values.iter().map(|value| escaped(value)).collect();
        self.line(&format!("{name}:{}", values.join(",")));
    }

    /// The whole file.
    pub fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LONGEST);
        while rest.len() > room {
            // No letter is torn apart.
            let end = (0..=room).rfind(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
            let (now, later) = rest.split_at(end);
            self.0.push_str(now);
            self.0.push_str("\r\n ");
            // The space that begins the next line counts.
            (rest, room) = (later, LONGEST - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// A day as iCalendar writes it: `20241112`.
pub fn date(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// A text as a value. Any line break is one line break; the other control characters, which the
/// standard knows no way to write, are left out.
fn escaped(text: &str) -> String {
    if !text.bytes().any(|byte| matches!(byte, b'\\' | b';' | b',') || byte.is_ascii_control()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            letter if letter.is_ascii_control() => {}
            letter => out.push(letter),
        }
    }
    out
}
