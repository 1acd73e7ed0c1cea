import numpy as np

import parc
from parc import par


#: verdict: refuse
#: why: NumPy's sum may wrap, and a slice from far below 0 starts at 0
#: races: a[q + i : 5] vs a[q + i : 5]
def from_a_wrapped_sum(a: parc.f64[:], q: np.int64):
    assert q > 10
    for i in par(range(len(a))):
        a[q + i : 5] = i


def from_a_wrapped_sum__args():
    return np.zeros(20), np.int64(2**63 - 1)
