//! The code that puts a figure on somebody else's page.

use super::frame_height::Heights;
use super::markup::escape;

/// The iframe that a host page copies: with a title, lazy loading, a height to begin with, and a
/// sandbox. The embed is whole in a stricter one too (`allow-scripts` alone). The box around it
/// tells it how wide the column is, so that it is high enough where nobody listens; who listens
/// sets `style.height`. A content system that strips styles keeps the height of a usual column.
pub fn iframe(url: &str, title: &str, heights: &Heights) -> String {
    let (title, url) = (escape(title), escape(url));
    let (height, css) = (heights.usual(), heights.css());
    let css = if css.is_empty() { css } else { format!(";height:{css}") };
    format!(
        "<div style=\"container-type:inline-size\"><iframe title=\"{title}\" src=\"{url}\" \
         loading=\"lazy\" height=\"{height}\" \
         style=\"width:0;min-width:100%!important;border:0{css}\" scrolling=\"no\" data-external=\"1\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups\"></iframe></div>"
    )
}
