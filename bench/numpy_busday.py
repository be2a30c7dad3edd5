"""numpy's busday_offset over the days that `sapa-bench deadlines` wrote into a folder: one run for each line of input."""

import sys
import time

import numpy as np

folder = sys.argv[1]


def read(name):
    return np.fromfile(f"{folder}/{name}", dtype="<i8")


starts = read("starts").astype("datetime64[D]")
numbers = read("numbers")
calendar = np.busdaycalendar(holidays=read("holidays").astype("datetime64[D]"))
out = np.empty_like(starts)
print(np.__version__, flush=True)
for line in sys.stdin:
    if line.strip() == "end":
        break
    begun = time.perf_counter()
    np.busday_offset(starts, numbers, roll="backward", busdaycal=calendar, out=out)
    print(time.perf_counter() - begun, flush=True)
out.astype("<i8").tofile(f"{folder}/answers")
