//! How a reader wants claims and regions listed, and the words for it in addresses.

/// In which order claims are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClaimSort {
    /// By procurement, as they were raised in each.
    #[default]
    Procurement,
    /// The claim raised last first.
    Newest,
    /// The claim raised first first.
    Oldest,
    /// The greatest sum of each currency first.
    Amount,
}

/// In which groups claims are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClaimGroup {
    /// By kind: claims between buyer and supplier, appeals, warnings.
    #[default]
    Kind,
    /// By who demands.
    Claimant,
    /// By of whom it is demanded.
    Respondent,
    Procurement,
}

/// In which order regions are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RegionSort {
    /// By the codes of their counties, as the official lists have them.
    #[default]
    Usual,
    /// The one with the most people first.
    Residents,
    /// By the system in use, the most used first.
    System,
    /// By the system that is to come.
    Next,
}

impl RegionSort {
    /// Every order, the usual one first.
    pub const ALL: [RegionSort; 4] =
        [RegionSort::Usual, RegionSort::Residents, RegionSort::System, RegionSort::Next];

    /// The word that stands in addresses; none for the usual.
    pub fn code(self) -> &'static str {
        match self {
            RegionSort::Usual => "",
            RegionSort::Residents => "residents",
            RegionSort::System => "system",
            RegionSort::Next => "next",
        }
    }

    /// The order that a word names.
    pub fn from_code(word: &str) -> Option<RegionSort> {
        RegionSort::ALL.into_iter().find(|sort| sort.code() == word)
    }
}

impl ClaimSort {
    /// Every order, the usual one first.
    pub const ALL: [ClaimSort; 4] =
        [ClaimSort::Procurement, ClaimSort::Newest, ClaimSort::Oldest, ClaimSort::Amount];

    /// The word that stands in addresses.
    pub fn code(self) -> &'static str {
        match self {
            ClaimSort::Procurement => "procurement",
            ClaimSort::Newest => "newest",
            ClaimSort::Oldest => "oldest",
            ClaimSort::Amount => "amount",
        }
    }

    /// The order that a word names.
    pub fn from_code(word: &str) -> Option<ClaimSort> {
        ClaimSort::ALL.into_iter().find(|sort| sort.code() == word)
    }
}

impl ClaimGroup {
    /// Every way to group, the usual one first.
    pub const ALL: [ClaimGroup; 4] =
        [ClaimGroup::Kind, ClaimGroup::Claimant, ClaimGroup::Respondent, ClaimGroup::Procurement];

    /// The word that stands in addresses.
    pub fn code(self) -> &'static str {
        match self {
            ClaimGroup::Kind => "kind",
            ClaimGroup::Claimant => "claimant",
            ClaimGroup::Respondent => "respondent",
            ClaimGroup::Procurement => "procurement",
        }
    }

    /// The grouping that a word names.
    pub fn from_code(word: &str) -> Option<ClaimGroup> {
        ClaimGroup::ALL.into_iter().find(|group| group.code() == word)
    }
}
