//! Lengths and colours as CSS writes them.

/// What relative lengths refer to.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// The size of the letters of the element.
    pub em: f32,
    /// The width of the picture.
    pub width: f32,
}

/// The letters of the root.
pub const REM: f32 = 16.0;

/// A length: so many pixels, and so much of what a per cent refers to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Length {
    pub px: f32,
    pub share: f32,
}

impl Length {
    /// In pixels, where a per cent refers to `whole`.
    pub fn of(self, whole: f32) -> f32 {
        self.px + self.share * whole
    }
}

/// A length, or a number without a unit as pixels; none where it is a word.
pub fn length(text: &str, sizes: Sizes) -> Option<Length> {
    let mut reader = Reader { rest: text.trim(), sizes };
    let sum = reader.sum()?;
    reader.rest.trim().is_empty().then_some(sum)
}

struct Reader<'t> {
    rest: &'t str,
    sizes: Sizes,
}

impl<'t> Reader<'t> {
    fn sum(&mut self) -> Option<Length> {
        let mut sum = self.product()?;
        loop {
            self.rest = self.rest.trim_start();
            let sign = match self.rest.as_bytes().first() {
                Some(b'+') => 1.0,
                Some(b'-') => -1.0,
                _ => return Some(sum),
            };
            self.rest = &self.rest[1..];
            let other = self.product()?;
            sum = Length { px: sum.px + sign * other.px, share: sum.share + sign * other.share };
        }
    }

    fn product(&mut self) -> Option<Length> {
        let mut product = self.one()?;
        loop {
            self.rest = self.rest.trim_start();
            let divides = match self.rest.as_bytes().first() {
                Some(b'*') => false,
                Some(b'/') => true,
                _ => return Some(product),
            };
            self.rest = &self.rest[1..];
            let other = self.one()?;
            // One of the two has no unit; which one does not matter where both are pixels here.
            let (of, by) = if product.share == 0.0 && other.share != 0.0 {
                (other, product.px)
            } else {
                (product, other.px)
            };
            let by = if divides { 1.0 / by } else { by };
            product = Length { px: of.px * by, share: of.share * by };
        }
    }

    fn one(&mut self) -> Option<Length> {
        self.rest = self.rest.trim_start();
        for name in ["calc", "max", "min", "clamp", ""] {
            let inside = self.rest.strip_prefix(name).and_then(|rest| rest.strip_prefix('('));
            if let Some(inside) = inside {
                self.rest = inside;
                return self.function(name);
            }
        }
        let end = self.rest.find(|c: char| !(c.is_ascii_digit() || ".-+".contains(c)));
        let (number, after) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let number: f32 = number.parse().ok()?;
        let end = after.find(|c: char| !(c.is_ascii_alphabetic() || c == '%'));
        let (unit, after) = after.split_at(end.unwrap_or(after.len()));
        self.rest = after;
        let px = match unit {
            "" | "px" => number,
            "rem" => number * REM,
            "em" => number * self.sizes.em,
            "ch" => number * self.sizes.em * 0.5,
            "vw" => number * self.sizes.width / 100.0,
            "%" => return Some(Length { px: 0.0, share: number / 100.0 }),
            _ => return None,
        };
        Some(Length { px, share: 0.0 })
    }

    fn function(&mut self, name: &str) -> Option<Length> {
        let mut values = vec![self.sum()?];
        loop {
            self.rest = self.rest.trim_start();
            let next = self.rest.chars().next()?;
            self.rest = &self.rest[1..];
            match next {
                ',' => values.push(self.sum()?),
                ')' => break,
                _ => return None,
            }
        }
        let whole = self.sizes.width;
        let least = |a: Length, b: Length| if a.of(whole) <= b.of(whole) { a } else { b };
        let most = |a: Length, b: Length| if a.of(whole) >= b.of(whole) { a } else { b };
        match (name, values.as_slice()) {
            ("min", values) => values.iter().copied().reduce(least),
            ("max", values) => values.iter().copied().reduce(most),
            ("clamp", [low, middle, high]) => Some(most(*low, least(*middle, *high))),
            (_, [one]) => Some(*one),
            _ => None,
        }
    }
}

/// A colour as `#rrggbb`; none where it is transparent or no colour. `current` is that of the text.
pub fn colour(text: &str, current: &str) -> Option<String> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("currentcolor") {
        return Some(current.to_owned());
    }
    if let Some(mix) = text.strip_prefix("color-mix(in srgb,").and_then(|it| it.strip_suffix(')')) {
        return mixed(mix, current);
    }
    let digits = text.strip_prefix('#')?;
    match digits.len() {
        3 => Some(format!("#{}", digits.chars().flat_map(|it| [it, it]).collect::<String>())),
        6 => Some(text.to_lowercase()),
        _ => None,
    }
}

/// `A 38%, B`.
fn mixed(text: &str, current: &str) -> Option<String> {
    let (one, other) = text.split_once(',')?;
    let (one, share) = one.trim().rsplit_once(' ')?;
    let share: f32 = share.strip_suffix('%')?.parse().ok()?;
    let (one, other) = (colour(one, current)?, colour(other, current)?);
    let part = |text: &str, at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    let mut mix = String::from("#");
    for at in [1, 3, 5] {
        let (a, b) = (f32::from(part(&one, at)?), f32::from(part(&other, at)?));
        mix.push_str(&format!(
            "{:02x}",
            (a * share / 100.0 + b * (1.0 - share / 100.0)).round() as u8
        ));
    }
    Some(mix)
}

/// Splits at a separator that stands in no parentheses.
pub fn split(text: &str, at: impl Fn(char) -> bool) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, vec![]);
    for (place, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            letter if depth == 0 && at(letter) => {
                parts.push(&text[start..place]);
                start = place + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A number without needless digits.
pub fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn px(text: &str) -> Option<f32> {
        length(text, Sizes { em: 20.0, width: 680.0 }).map(|it| it.of(400.0))
    }

    #[test]
    fn lengths_are_what_a_browser_makes_of_them() {
        assert_eq!(px("12px"), Some(12.0));
        assert_eq!(px("1.5rem"), Some(24.0));
        assert_eq!(px("0.5em"), Some(10.0));
        assert_eq!(px("calc(100% - 102px)"), Some(298.0));
        assert_eq!(px("clamp(1rem, 0.93rem + 0.3vw, 1.125rem)"), Some(16.92));
        assert_eq!(px("max(12px, 0.8em)"), Some(16.0));
        assert_eq!(px("min(100%, 15rem)"), Some(240.0));
        assert_eq!(px("calc(1rem * 0.9)"), Some(14.4));
        assert_eq!(px("auto"), None);
        assert_eq!(px("1fr"), None);
    }

    #[test]
    fn colours_are_literal() {
        assert_eq!(colour("#abc", "").as_deref(), Some("#aabbcc"));
        assert_eq!(
            colour("color-mix(in srgb, #000000 50%, #ffffff)", "").as_deref(),
            Some("#808080")
        );
        assert_eq!(colour("currentColor", "#123456").as_deref(), Some("#123456"));
        assert_eq!(colour("transparent", ""), None);
    }
}
