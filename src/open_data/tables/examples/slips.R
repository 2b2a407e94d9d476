# How late each procurement is, and what was demanded, with R alone.
#
#     Rscript slips.R             reads ../csv, as in the unpacked archive
#     Rscript slips.R FOLDER      reads another folder, or an address that ends in /data/csv

given <- commandArgs(trailingOnly = TRUE)
folder <- if (length(given) > 0) given[1] else "../csv"

read_table <- function(name) {
  # Only an empty cell is missing: "NA" is a word like any other.
  read.csv(
    paste0(folder, "/", name, ".csv"),
    na.strings = "", encoding = "UTF-8", stringsAsFactors = FALSE
  )
}

procurements <- read_table("procurements")
milestones <- read_table("milestones")
claims <- read_table("claims")

# 1. The slip that the site tells: the first promise of the milestone that a procurement leads with.
slips <- merge(
  procurements[c("id", "name_en", "headline")],
  milestones[c(
    "id", "name_en", "slip_first_outcome",
    "slip_first_months_at_least", "slip_first_months_at_most"
  )],
  by.x = "headline", by.y = "id", suffixes = c("", "_of_milestone")
)
print(slips)

# 2. What was demanded, at least. Only what may be added is added, within one kind and one currency;
#    what was demanded "at most" may have been nothing.
may_be_added <- claims[claims$demanded_summable %in% TRUE, ]
may_be_added$demanded_value[may_be_added$demanded_qualifier == "at-most"] <- 0
if (nrow(may_be_added) > 0) {
  print(aggregate(demanded_value ~ kind + demanded_currency, data = may_be_added, FUN = sum))
}

# A claim without a public number is not a claim of zero: it is counted beside the sums.
print(table(claims$kind[!(claims$demanded_summable %in% TRUE)]))
