//! What a host's page pastes: a frame, a frame that follows its height, an element of our own, a
//! picture with a link.

use super::plain::plain;
use super::taken::Taken;
use crate::i18n::Key;
use crate::route::Theme;
use crate::view::cite::no_address;
use crate::view::copy::field_to_copy;
use crate::view::embed_code::iframe;
use crate::view::markup::escape;
use crate::view::picture::Form;
use crate::view::{Markup, Site, html};

/// Makes a frame as high as it says that it is. `docs/EMBED.md` explains it.
const LISTENER: &str = "<script>\n\
    addEventListener(\"message\", ({ data, source }) => {\n\
    \x20 if (data?.type !== \"utlovat:height\" || !(data.height > 0)) return;\n\
    \x20 for (const frame of document.querySelectorAll(\"iframe\"))\n\
    \x20   if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, 6000)}px`;\n\
    });\n\
    </script>";

/// Every code that begins with the height of the preview, and the picture.
pub fn codes(taken: Taken) -> Markup {
    let site = taken.site();
    let code = |name, how, id, rows, text: &str| code(site, (name, how), id, rows, text);
    let frame = frame(taken);
    html! {
        h2 { (site.t(Key::ReuseCodes)) }
        (no_address(site))
        (code(Key::ReuseIframe, Key::ReuseIframeHow, "reuse-iframe", 5, &frame))
        (code(
            Key::ReuseListener,
            Key::ReuseListenerHow,
            "reuse-listener",
            8,
            &format!("{frame}\n{LISTENER}"),
        ))
        (code(Key::ReuseElement, Key::ReuseElementHow, "reuse-element", 5, &element(taken)))
        @if let Some(frozen) = taken.frozen_url() {
            (code(
                Key::ReuseFrozen,
                Key::ReuseFrozenHow,
                "reuse-frozen",
                5,
                &iframe(&frozen, &taken.name(), &taken.heights()),
            ))
        }
        @if let Some(picture) = picture(taken) {
            (code(Key::ReusePicture, Key::ReusePictureHow, "reuse-picture", 5, &picture))
        }
    }
}

/// The figure as plain HTML, which no height of a preview changes.
pub fn plain_code(taken: Taken) -> Markup {
    let site = taken.site();
    html! {
        @if !site.sheet.is_empty() {
            (code(site, (Key::ReusePlain, Key::ReusePlainHow), "reuse-plain", 8, &plain(taken, site.sheet)))
        }
    }
}

/// A code under its name, with how it is used and a button that copies it.
fn code(site: Site, (name, how): (Key, Key), id: &str, rows: u8, text: &str) -> Markup {
    html! {
        h3 { label for=(id) { (site.t(name)) } }
        p { (site.t(how)) }
        (field_to_copy(site, id, rows, Key::CopyCode, text))
    }
}

fn frame(taken: Taken) -> String {
    iframe(&taken.embed_url(), &taken.name(), &taken.heights())
}

/// The element that `public/embed.js` defines. Until it does, and where no script runs, the link in
/// it stands.
fn element(taken: Taken) -> String {
    let site = taken.site();
    let (src, title) = (escape(&taken.embed_url()), escape(&taken.name()));
    format!(
        "<script async src=\"{}{}embed.js\"></script>\n\
         <utlovat-figure src=\"{src}\" title=\"{title}\" height=\"{}\">\
         <a href=\"{}\">{}</a></utlovat-figure>",
        site.origin,
        site.base,
        taken.height(),
        escape(&taken.address()),
        escape(&taken.title())
    )
}

/// The picture of the whole figure, which leads to it. `None` where no pictures are drawn.
fn picture(taken: Taken) -> Option<String> {
    let site = taken.site();
    let pictured = taken.pictured()?;
    let at = |form| format!("{}{}{}", site.origin, site.base, pictured.path(site.lang(), form));
    let theme = taken.state.selection.theme;
    let (light, dark) = (at(Form::Png), at(Form::PngDark));
    let source = match theme {
        Theme::Auto => format!("<source media=\"(prefers-color-scheme: dark)\" srcset=\"{dark}\">"),
        _ => String::new(),
    };
    let src = if theme == Theme::Dark { dark } else { light };
    let said = format!("{} {}", taken.title(), taken.sentence());
    Some(format!(
        "<a href=\"{}\"><picture>{source}<img src=\"{src}\" alt=\"{}\" width=\"680\" \
         style=\"max-width:100%;height:auto\"></picture></a>",
        escape(&taken.address()),
        escape(said.trim())
    ))
}
