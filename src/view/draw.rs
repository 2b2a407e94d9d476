//! Pictures of what a reader has chosen: a button for each, and what the loader draws them from.
//!
//! The build has drawn what nobody has chosen. Anything else is drawn in the browser, by the same
//! program, which comes when somebody asks for it (`public/assets/picture.js`).

use super::figure::FigureSpec;
use super::only::Only;
use super::picture::Form;
use super::still::{AS_HIGH_AS_NEEDED, Still};
use super::{Gathered, Markup, PageState, html};
use crate::i18n::Key;

/// The pictures that can be drawn of a choice. Those of a given shape show as much as has room,
/// which only the build tries out.
const FORMS: [Form; 6] =
    [Form::Svg, Form::SvgDark, Form::SvgWide, Form::SvgWideDark, Form::Png, Form::PngDark];

/// A button for each picture of a figure, as it is chosen.
pub fn buttons(state: PageState, figure: &FigureSpec, only: Only) -> Markup {
    let site = state.site;
    let still = Still::of(state, figure, only);
    let button = |form: Form| {
        let file = format!("{}-{}{}", site.slug(), figure.id, form.ending());
        html! { li { button type="button" data-draw=(file) { (form.name(site)) } } }
    };
    html! {
        div data-scene=(still.document(AS_HIGH_AS_NEEDED, false, None)) data-title=(still.title)
            data-description=(still.description) data-drawing=(site.t(Key::PictureDrawing))
            data-drawn=(site.t(Key::PictureDrawn)) data-failed=(site.t(Key::PictureFailed))
        {
            ul class="formats" { (FORMS.into_iter().map(button).gathered()) }
            p class="note" role="status" {}
        }
    }
}
