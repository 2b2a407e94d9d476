//! The one native test binary.

#![forbid(unsafe_code)]

mod data;

mod plain;

mod open_data;

mod project;

mod real_record;

mod architecture;

mod slips;

mod knowledge;

mod story;

mod charts;

mod lanes;

mod compare;

mod compare_pages;

mod claims;

mod claims_picture;

mod queries;

mod conclusions;

mod pages;

mod markup;

mod choices;

mod chapters;

mod outline;

mod snapshots;

mod site;

mod fuzz;

mod search;

mod sparse;

mod days;

mod data_page;

mod early;

mod facts;

mod heads;

mod glossary;

mod page_table;

mod citations;

mod sentences;

mod findings;

mod headlines;

mod figure_data;

mod figures;

mod reuse;

mod frames;

mod determinism;

mod discovery;

mod pictures;

mod frozen;
