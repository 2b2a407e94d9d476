"""What several tests ask of the record in its JSON form, and of a package."""

import frictionless


def milestones(dataset):
    """Every milestone with the id that it has in the tables."""
    for one in dataset["procurements"]:
        for milestone in one["milestones"]:
            yield f"{one['id']}/milestone/{milestone['id']}", milestone


def claims(dataset):
    """Every claim with the id that it has in the tables."""
    for one in dataset["procurements"]:
        for claim in one["claims"]:
            yield f"{one['id']}/claim/{claim['id']}", claim


def errors(package):
    """What frictionless finds wrong in a package, by the path of its description."""
    report = frictionless.validate(str(package))
    found = [error for task in report.tasks for error in task.errors]
    return [error.message for error in report.errors + found]
