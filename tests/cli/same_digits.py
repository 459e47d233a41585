"""same_digits.py VECTORS WEIGHTS REPLAYED DIGITS

Compares what `pacta replay` wrote with the reference vectors of one set of
weights: recall, stabilities and difficulty must be the same number when both
are written with so many significant digits.
"""
import csv
import sys

vectors, weights, replayed, digits = sys.argv[1:]
shape = "%%.%sg" % digits
with open(vectors) as file:
    wanted = [row for row in csv.DictReader(file) if row["weights"] == weights]
with open(replayed) as file:
    given = list(csv.DictReader(file))
if not wanted or len(wanted) != len(given):
    sys.exit("%d rows, not %d" % (len(given), len(wanted)))
names = [name for name in given[0] if name not in ("sequence", "elapsed_days", "rating")]
for number, (want, have) in enumerate(zip(wanted, given)):
    for name in names:
        if shape % float(want[name]) != shape % float(have[name]):
            sys.exit("%s, row %d: %s is %s, not %s"
                     % (weights, number, name, have[name], want[name]))
