//! What search engines are told of the site as a whole: every page with its other languages, and
//! where that list lies.

use crate::model::Lang;
use crate::open_data::{File, Publication};
use crate::route::{Address, Document, Page};
use crate::view::markup::escape;
use crate::view::page::every_page;

/// The most addresses that the format allows in a file.
const MOST: usize = 50_000;

/// `sitemap.xml`, in several files where one cannot hold it, and `robots.txt`, which names it.
/// Without a whole address there is no list, since it would have to tell one. `tables` are the
/// pages of tables.
pub fn files(publication: Publication, tables: &[Document]) -> Vec<File> {
    let root = publication.root;
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if !publication.is_placed() {
        return vec![File::text("robots.txt", robots)];
    }
    let mut files = maps(root, &entries(publication, tables), MOST);
    robots.push_str(&format!("\nSitemap: {root}sitemap.xml\n"));
    files.push(File::text("robots.txt", robots));
    files
}

/// An entry for each page in each language, which names the page in all languages. What a figure
/// is taken along as is not among them: it says the same as the page that it comes from.
fn entries(publication: Publication, tables: &[Document]) -> Vec<String> {
    let Publication { root, dataset, settings, .. } = publication;
    let shown = settings.shown();
    let pages = every_page(dataset, &shown).into_iter().filter(|page| !page.is_for_other_sites());
    let in_languages =
        |page: Page| Lang::ALL.map(|lang| Address::new(lang, page.clone()).to_string());
    let documents = Document::texts(&shown).chain(tables.iter().copied());
    let paths = pages.map(in_languages);
    let paths = paths.chain(documents.map(|it| Lang::ALL.map(|lang| it.path(lang))));
    paths.flat_map(|paths| each_language(root, &paths)).collect()
}

fn each_language(root: &str, paths: &[String; 2]) -> [String; 2] {
    let url = |path: &str| escape(&format!("{root}{path}"));
    let link = |lang: &str, path: &str| {
        let href = url(path);
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>")
    };
    let mut links = String::new();
    for (lang, path) in Lang::ALL.into_iter().zip(paths) {
        links.push_str(&link(lang.code(), path));
        if lang == Lang::Sv {
            links.push_str(&link("x-default", path));
        }
    }
    paths.each_ref().map(|path| format!("<url><loc>{}</loc>{links}</url>\n", url(path)))
}

fn maps(root: &str, entries: &[String], most: usize) -> Vec<File> {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    let map = |path: String, entries: &[String]| {
        let xhtml = "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
        let entries = entries.concat();
        File::text(path, format!("{HEAD}<urlset {NAMESPACE} {xhtml}>\n{entries}</urlset>\n"))
    };
    if entries.len() <= most {
        return vec![map("sitemap.xml".to_owned(), entries)];
    }
    let parts = entries.chunks(most).enumerate();
    let mut files: Vec<File> =
        parts.map(|(at, part)| map(format!("sitemap-{}.xml", at + 1), part)).collect();
    let named = |file: &File| {
        format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&format!("{root}{}", file.path)))
    };
    let list: String = files.iter().map(named).collect();
    let index = format!("{HEAD}<sitemapindex {NAMESPACE}>\n{list}</sitemapindex>\n");
    files.push(File::text("sitemap.xml", index));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_file_cannot_hold_stands_in_several_that_the_first_names() {
        let entries: Vec<String> = (0..5).map(|at| format!("<url>{at}</url>\n")).collect();
        let files = maps("https://example.org/", &entries, 2);
        let text = |at: usize| String::from_utf8_lossy(&files[at].bytes).into_owned();
        let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
        assert_eq!(paths, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        assert_eq!(text(3).matches("<loc>https://example.org/sitemap-").count(), 3);
        assert_eq!((0..3).map(|at| text(at).matches("<url>").count()).sum::<usize>(), 5);
    }
}
