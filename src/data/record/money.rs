//! Sums: a figure needs a currency, and a secret needs a reason.

use super::{Fields, FromValue, Record};
use crate::data::problem::{ProblemKind, Shape, nearest_first};
use crate::model::{Currency, Money, Qualifier, Text};
use toml::Spanned;
use toml::de::DeValue;

/// The sum of a claim, by its `kind`.
#[derive(Debug)]
pub enum AmountRecord {
    /// Without the figure when that is wrong.
    Public(Option<Money>),
    Withheld(WithheldRecord),
    NotNamed,
    NotFound,
}

/// A sum that is kept secret.
#[derive(Debug)]
pub struct WithheldRecord {
    pub reason: Option<Text>,
    pub said_by: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

/// Takes `value`, `value-high`, `currency` and `qualifier`.
pub fn money(fields: &mut Fields) -> Option<Money> {
    let value: Option<Spanned<u64>> = fields.required("value");
    let high: Option<Spanned<u64>> = fields.optional("value-high");
    if let Some(value) = &value
        && !fields.has("currency")
    {
        let field = fields.field("value");
        fields.note(value.span(), ProblemKind::AmountWithoutCurrency { field });
    }
    let currency: Option<Currency> = fields.optional("currency");
    let qualifier: Option<Qualifier> = fields.optional("qualifier");
    let value = value?.into_inner();
    if let Some(high) = &high
        && *high.get_ref() < value
    {
        let kind = ProblemKind::AmountBackwards { value, high: *high.get_ref() };
        fields.note(high.span(), kind);
        return None;
    }
    Some(Money {
        value,
        high: high.map(Spanned::into_inner),
        currency: currency?,
        qualifier: qualifier.unwrap_or(Qualifier::Exactly),
    })
}

impl FromValue for AmountRecord {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, fields: &mut Fields) -> Option<Self> {
        fields.within(value, field, Shape::Table)?.finish()
    }
}

impl Record for Option<AmountRecord> {
    fn read(fields: &mut Fields) -> Self {
        let kind: Option<Spanned<String>> = fields.required("kind");
        let amount = kind.and_then(|kind| match kind.get_ref().as_str() {
            "public" => Some(AmountRecord::Public(money(fields))),
            "withheld" => Some(AmountRecord::Withheld(WithheldRecord {
                reason: fields.required("reason"),
                said_by: fields.required("said-by"),
                sources: fields.sources("sources"),
            })),
            "not-named" => Some(AmountRecord::NotNamed),
            "not-found" => Some(AmountRecord::NotFound),
            word => {
                let (field, allowed) = (fields.field("kind"), nearest_first(word, &KINDS));
                let word = word.to_owned();
                fields.note(kind.span(), ProblemKind::UnknownWord { field, word, allowed });
                None
            }
        });
        if amount.is_none() {
            // Which fields belong here depends on the kind.
            fields.forgive_the_rest();
        }
        amount
    }
}

const KINDS: [&str; 4] = ["public", "withheld", "not-named", "not-found"];
