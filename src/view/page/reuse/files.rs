//! What of a figure can be downloaded: pictures, and its rows.

use super::taken::Taken;
use crate::i18n::Key;
use crate::route::percent::encode;
use crate::view::figure_data::DataForm;
use crate::view::picture::{Form, Pictured, of_figure};
use crate::view::{Gathered, Markup, draw, html};

/// All files of the figure.
pub fn files(taken: Taken) -> Markup {
    let site = taken.site();
    html! {
        h2 { (site.t(Key::ReuseFiles)) }
        @if let Some(pictured) = taken.pictured() { (pictures(taken, &pictured)) }
        h3 { (site.t(Key::ReuseData)) }
        p { (site.t(Key::ReuseDataHow)) }
        ul class="formats" { (DataForm::ALL.into_iter().map(|form| rows(taken, form)).gathered()) }
    }
}

fn pictures(taken: Taken, pictured: &Pictured) -> Markup {
    let site = taken.site();
    let link = |form: Form| {
        let href = format!("{}{}", site.base, pictured.path(site.lang(), form));
        html! { li { a href=(href) download rel="external" { (form.name(site)) } } }
    };
    html! {
        h3 { (site.t(Key::ReusePictures)) }
        // There are files of what nobody has chosen. The rest is drawn when somebody asks for it.
        @if taken.is_chosen() {
            p { (site.t(Key::ReusePicturesChosen)) }
            (draw::buttons(taken.state, taken.figure, taken.only))
            p { (site.t(Key::ReusePicturesOfAll)) }
        }
        ul class="formats" { (Form::OFFERED.into_iter().map(link).gathered()) }
    }
}

/// A link to the rows of the figure. There is a file of those that nobody has chosen; others are in
/// the link itself.
fn rows(taken: Taken, form: DataForm) -> Markup {
    let site = taken.site();
    let file = of_figure(site, taken.figure, taken.only);
    let href = match file.filter(|_| !taken.is_chosen()) {
        Some(file) => format!("{}{}", site.base, file.data_path(site.lang(), form)),
        None => as_link(form, &form.written(taken.figure, taken.asked())),
    };
    let name = format!("{}-{}{}", site.slug(), taken.figure.id, form.ending());
    html! { li { a href=(href) download=(name) rel="external" { (form.name()) } } }
}

/// A link that holds its file (RFC 2397).
fn as_link(form: DataForm, text: &str) -> String {
    let kind = match form {
        DataForm::Csv => "text/csv",
        DataForm::Json => "application/json",
    };
    format!("data:{kind};charset=utf-8,{}", encode(text))
}
