//! Where a page's own data lie, as links of its `<head>` for programs that look for them.

use crate::open_data::downloads::{self, Download};
use crate::open_data::feeds::{self, Form};
use crate::route::Page;
use crate::view::Site;
use crate::view::markup::escape;

/// A file that tells the same as a page in another form.
struct Alternate {
    /// Its media type.
    form: &'static str,
    title: String,
    /// Below the site's base.
    path: String,
}

/// The files that tell what a page tells, as lines of its `<head>`.
pub fn lines(site: Site, page: &Page) -> String {
    let line = |it: Alternate| {
        format!(
            "<link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"{}{}\">\n",
            it.form,
            escape(&it.title),
            site.base,
            escape(&it.path)
        )
    };
    feeds(site, page).into_iter().chain(own_data(site, page)).map(line).collect()
}

/// The feed of what is new in both its forms: of one procurement on its own pages, of all on the
/// pages of all. A site that does not know where it stands has no feeds.
fn feeds(site: Site, page: &Page) -> Vec<Alternate> {
    if site.origin.is_empty() {
        return vec![];
    }
    let of = match page {
        Page::Overview | Page::Changes => None,
        Page::Procurement(id) | Page::Event(id, _) | Page::Claim(id, _) => Some(id),
        _ => return vec![],
    };
    let name = of.and_then(|id| site.dataset.procurement(id.as_str())).map(|one| &one.name);
    let forms = [(Form::Atom, feeds::ATOM), (Form::Json, feeds::JSON)];
    let alternate = |(form, media_type)| Alternate {
        form: media_type,
        title: feeds::title(site.messages, name),
        path: feeds::path(of, site.lang(), form),
    };
    forms.map(alternate).into()
}

/// The files that hold what a page tells: the record on the overview, a procurement on its page.
fn own_data(site: Site, page: &Page) -> Vec<Alternate> {
    let files = match page {
        Page::Overview => downloads::of_record(site.lang()),
        Page::Procurement(id) => match site.dataset.procurement(id.as_str()) {
            Some(procurement) => downloads::of_procurement(procurement, site.lang()),
            None => vec![],
        },
        _ => vec![],
    };
    let alternate =
        |file: Download| Alternate { form: file.media_type, title: file.name, path: file.path };
    let is_placed = !site.origin.is_empty();
    files.into_iter().filter(|file| file.is_there(is_placed)).map(alternate).collect()
}
