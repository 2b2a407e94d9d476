//! What git leaves where two versions of a file meet.

use super::{Found, lines};
use crate::data::problem::{Fault, ProblemKind, Slip};

/// Each place where two versions of the file meet.
pub fn markers(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = vec![];
    let mut open = false;
    for (number, line) in lines(text).into_iter().enumerate() {
        let written = &text[line.clone()];
        let marker = written == "======="
            || ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| written.starts_with(mark));
        if !marker {
            continue;
        }
        let kind =
            ProblemKind::Slip(Slip { fault: Fault::MergeMarker { last: number + 1 }, line: None });
        match found.last_mut().filter(|_| open && !written.starts_with("<<<<<<<")) {
            Some(conflict) => {
                conflict.kind = kind;
                conflict.lines.end = line.end;
            }
            None => {
                found.push(Found { span: line.clone(), kind, lines: line.clone(), instead: None });
            }
        }
        open = !written.starts_with(">>>>>>>");
    }
    found
}
