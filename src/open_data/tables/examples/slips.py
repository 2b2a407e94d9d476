"""How late each procurement is, and what was demanded, with pandas.

    python slips.py             reads ../csv, as in the unpacked archive
    python slips.py FOLDER      reads another folder, or an address that ends in /data/csv
"""

import sys
from pathlib import Path

import pandas as pd

folder = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent.parent / "csv")


def table(name):
    # Only an empty cell is missing: "None" and "NA" are words like any other.
    return pd.read_csv(f"{folder}/{name}.csv", keep_default_na=False, na_values=[""])


procurements, milestones, claims = table("procurements"), table("milestones"), table("claims")

# 1. The slip that the site tells: the first promise of the milestone that a procurement leads with.
slips = procurements.merge(
    milestones, left_on="headline", right_on="id", suffixes=("", "_of_milestone")
).set_index("id")[
    [
        "name_en",
        "name_en_of_milestone",
        "slip_first_outcome",
        "slip_first_months_at_least",
        "slip_first_months_at_most",
    ]
]
print("How late, in whole months, against the first promise:")
print(slips.to_string(), "\n")

# 2. What was demanded, at least. Only what may be added is added, within one kind and one currency;
#    what was demanded "at most" may have been nothing.
may_be_added = claims[claims["demanded_summable"].eq(True)]
least = may_be_added["demanded_value"].where(may_be_added["demanded_qualifier"].ne("at-most"), 0)
demanded = least.groupby([may_be_added["kind"], may_be_added["demanded_currency"]]).sum()
print("Demanded, at least:")
print(demanded.astype("int64").to_string(), "\n")

# A claim without a public number is not a claim of zero: it is counted beside the sums.
without_number = claims[claims["demanded_summable"].ne(True)].groupby("kind").size()
print("Claims without a public number:")
print(without_number.to_string())
