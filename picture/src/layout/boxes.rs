//! Styles as the library of layout reads them.

use crate::style::Style;
use crate::value::{Length, split};
use scraper::ElementRef;
use taffy::prelude::*;

/// The box of an element.
pub fn of(style: &Style) -> taffy::Style {
    let display = match style.get("display") {
        "flex" => Display::Flex,
        "grid" => Display::Grid,
        _ => Display::Block,
    };
    let absolute = style.get("position") == "absolute";
    let inset = |side: &str| match absolute {
        true => auto_or(style, side),
        false => auto(),
    };
    let track = |name: &str| tracks(style, style.get(name));
    let side = |what: &str, side: &str| format!("{what}-{side}");
    taffy::Style {
        display,
        position: if absolute { Position::Absolute } else { Position::Relative },
        inset: Rect {
            left: inset("left"),
            right: inset("right"),
            top: inset("top"),
            bottom: inset("bottom"),
        },
        size: Size { width: dimension(style, "width"), height: dimension(style, "height") },
        min_size: Size { width: auto_or(style, "min-width"), height: auto_or(style, "min-height") },
        max_size: Size { width: auto_or(style, "max-width"), height: auto_or(style, "max-height") },
        margin: Rect {
            left: margin(style, "left"),
            right: margin(style, "right"),
            top: margin(style, "top"),
            bottom: margin(style, "bottom"),
        },
        padding: Rect {
            left: zero_or(style, &side("padding", "left")),
            right: zero_or(style, &side("padding", "right")),
            top: zero_or(style, &side("padding", "top")),
            bottom: zero_or(style, &side("padding", "bottom")),
        },
        border: Rect {
            left: border(style, "left"),
            right: border(style, "right"),
            top: border(style, "top"),
            bottom: border(style, "bottom"),
        },
        gap: Size { width: zero_or(style, "column-gap"), height: zero_or(style, "row-gap") },
        align_items: align(style.get("align-items")).unwrap_or_default(),
        align_self: align(style.get("align-self")),
        flex_direction: match style.get("flex-direction") {
            "column" => FlexDirection::Column,
            _ => FlexDirection::Row,
        },
        flex_wrap: match style.get("flex-wrap") {
            "wrap" => FlexWrap::Wrap,
            _ => FlexWrap::NoWrap,
        },
        justify_content: match style.get("justify-content") {
            "space-between" => JustifyContent::SPACE_BETWEEN,
            "end" | "flex-end" => JustifyContent::END,
            "center" => JustifyContent::CENTER,
            _ => JustifyContent::default(),
        },
        flex_grow: style.get("flex-grow").parse().unwrap_or(0.0),
        flex_shrink: style.get("flex-shrink").parse().unwrap_or(1.0),
        flex_basis: dimension(style, "flex-basis"),
        grid_template_columns: track("grid-template-columns"),
        grid_column: placed(style.get("grid-column")),
        grid_row: placed(style.get("grid-row")),
        ..taffy::Style::default()
    }
}

/// The box of a drawing: as wide as its place, unless it says how wide it is.
pub fn drawing(style: &Style, element: ElementRef) -> taffy::Style {
    let said = |name: &str| style.length(name).or_else(|| style.as_length(element.attr(name)?));
    // What is as wide as its place without its margins is so by itself.
    let fluid = style.get("width").contains('%');
    let width = said("width").filter(|it| it.share == 0.0 && !fluid);
    let mut as_box = of(style);
    as_box.size.width = width.map_or(auto(), |it| length(it.px));
    as_box.size.height = said("height").map_or(auto(), from);
    as_box
}

fn from<T: taffy::style_helpers::FromLength + taffy::style_helpers::FromPercent>(it: Length) -> T {
    if it.share == 0.0 { length(it.px) } else { percent(it.share) }
}

fn dimension(style: &Style, name: &str) -> Dimension {
    style.length(name).map_or(auto(), from)
}

fn auto_or(style: &Style, name: &str) -> LengthPercentageAuto {
    style.length(name).map_or(auto(), from)
}

fn zero_or(style: &Style, name: &str) -> LengthPercentage {
    style.length(name).map_or(zero(), from)
}

fn margin(style: &Style, side: &str) -> LengthPercentageAuto {
    let name = format!("margin-{side}");
    if style.get(&name) == "auto" { auto() } else { style.length(&name).map_or(zero(), from) }
}

fn border(style: &Style, side: &str) -> LengthPercentage {
    match style.get(&format!("border-{side}-style")) {
        "" | "none" => zero(),
        _ => zero_or(style, &format!("border-{side}-width")),
    }
}

fn align(word: &str) -> Option<AlignItems> {
    match word {
        "start" | "flex-start" => Some(AlignItems::START),
        "end" | "flex-end" => Some(AlignItems::END),
        "center" => Some(AlignItems::CENTER),
        "baseline" => Some(AlignItems::BASELINE),
        "stretch" => Some(AlignItems::STRETCH),
        _ => None,
    }
}

fn tracks(style: &Style, text: &str) -> Vec<GridTemplateComponent<String>> {
    let mut tracks = vec![];
    for word in split(text, char::is_whitespace) {
        match word.strip_prefix("repeat(").and_then(|it| it.strip_suffix(')')) {
            Some(inside) => {
                let Some((count, each)) = inside.split_once(',') else { continue };
                let each: Vec<_> = split(each, char::is_whitespace)
                    .into_iter()
                    .map(|it| track(style, it))
                    .collect();
                tracks.push(match count.trim() {
                    "auto-fit" => repeat("auto-fit", each),
                    "auto-fill" => repeat("auto-fill", each),
                    count => repeat(count.parse::<u16>().unwrap_or(1), each),
                });
            }
            None => tracks.push(GridTemplateComponent::Single(track(style, word))),
        }
    }
    tracks
}

fn track(style: &Style, word: &str) -> TrackSizingFunction {
    if let Some(inside) = word.strip_prefix("minmax(").and_then(|it| it.strip_suffix(')')) {
        let parts = split(inside, |letter| letter == ',');
        let least: MinTrackSizingFunction =
            parts.first().and_then(|it| style.as_length(it)).map_or(auto(), from);
        let most = parts.get(1).copied().unwrap_or("1fr");
        return minmax(least, most_of(style, most));
    }
    match word.strip_suffix("fr").and_then(|it| it.parse::<f32>().ok()) {
        Some(parts) => fr(parts),
        None => style.as_length(word).map_or(auto(), from),
    }
}

fn most_of(style: &Style, word: &str) -> MaxTrackSizingFunction {
    match word.strip_suffix("fr").and_then(|it| it.parse::<f32>().ok()) {
        Some(parts) => fr(parts),
        None => style.as_length(word).map_or(auto(), from),
    }
}

/// `1`, `1 / -1`, `span 2`.
fn placed(text: &str) -> Line<GridPlacement<String>> {
    let one = |text: &str| match text.trim() {
        text if text.starts_with("span ") => text[5..].trim().parse().map_or(auto(), span),
        text => text.parse::<i16>().map_or(auto(), line),
    };
    let (start, end) = text.split_once('/').unwrap_or((text, ""));
    Line { start: one(start), end: one(end) }
}
