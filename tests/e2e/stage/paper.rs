//! A page on paper: how many sheets it takes, and how full they are.

use super::reader::Reader;
use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
use lopdf::content::Operation;
use lopdf::{Document, Object};

const POINTS_PER_CM: f64 = 72.0 / 2.54;
const MARGIN_CM: f64 = 1.0;
/// A4.
const WIDTH_CM: f64 = 21.0;
const HEIGHT_CM: f64 = 29.7;

/// A place in a drawing, as six numbers: a scale, a rotation and a shift.
type Matrix = [f64; 6];

impl Reader {
    /// Prints the page on A4. Gives back, for each sheet, how far down its last line stands: 1 at
    /// the bottom of what can be printed on.
    pub async fn printed(&self) -> Vec<f64> {
        let size = PrintSize { width: WIDTH_CM, height: HEIGHT_CM };
        let margins =
            PrintMargins { top: MARGIN_CM, bottom: MARGIN_CM, left: MARGIN_CM, right: MARGIN_CM };
        let how = PrintConfiguration::builder().size(size).margins(margins).build();
        let pdf =
            self.client().print(how.expect("A4 has room")).await.expect("the page is printed");
        let document = Document::load_mem(&pdf).expect("a printer writes PDF");
        let sheets = document.get_pages().into_values();
        sheets
            .map(|sheet| {
                let content =
                    document.get_and_decode_page_content(sheet).expect("a sheet has content");
                filled(lowest_text(&content.operations))
            })
            .collect()
    }
}

/// How far down a place stands that is so many points above the sheet's lower edge.
fn filled(points: f64) -> f64 {
    let cm = HEIGHT_CM - MARGIN_CM - points / POINTS_PER_CM;
    cm / (HEIGHT_CM - 2.0 * MARGIN_CM)
}

/// Where the lowest line of text stands, in points above the lower edge.
fn lowest_text(operations: &[Operation]) -> f64 {
    let mut placed: Vec<Matrix> = vec![[1.0, 0.0, 0.0, 1.0, 0.0, 0.0]];
    let mut line: Matrix = placed[0];
    let mut lowest = HEIGHT_CM * POINTS_PER_CM;
    for Operation { operator, operands } in operations {
        let outer = *placed.last().expect("the sheet itself is never left");
        match &**operator {
            "q" => placed.push(outer),
            "Q" if placed.len() > 1 => drop(placed.pop()),
            "cm" => *placed.last_mut().expect("as above") = within(numbers(operands), outer),
            "BT" => line = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            "Tm" => line = numbers(operands),
            "Td" | "TD" => {
                let by = numbers(operands);
                line = within([1.0, 0.0, 0.0, 1.0, by[0], by[1]], line);
            }
            "Tj" | "TJ" => lowest = lowest.min(within(line, outer)[5]),
            _ => {}
        }
    }
    lowest
}

/// The operands of an operation, as many as there are.
fn numbers(operands: &[Object]) -> Matrix {
    let mut numbers = [0.0; 6];
    for (number, operand) in numbers.iter_mut().zip(operands) {
        *number = operand.as_float().map_or(0.0, f64::from);
    }
    numbers
}

/// A place within a place.
fn within([a, b, c, d, e, f]: Matrix, outer: Matrix) -> Matrix {
    let [oa, ob, oc, od, oe, of] = outer;
    [
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    ]
}
