//! The code that puts a figure on somebody else's page.

/// The iframe that a host page copies: with a title, lazy loading, a height to begin with, and a
/// sandbox. The embed is whole in a stricter one too (`allow-scripts` alone).
pub fn iframe(url: &str, title: &str, height: u16) -> String {
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let (title, url) = (escape(title), escape(url));
    format!(
        "<iframe title=\"{title}\" src=\"{url}\" loading=\"lazy\" height=\"{height}\" \
         style=\"width:0;min-width:100%!important;border:0\" scrolling=\"no\" data-external=\"1\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups\"></iframe>"
    )
}
