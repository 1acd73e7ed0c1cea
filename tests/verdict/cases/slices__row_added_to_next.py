import numpy as np

import parc
from parc import par


#: verdict: refuse
#: why: iteration i + 1 reads the row that iteration i changes
#: races: m[i + 1] += m[i] vs m[i + 1] += m[i]
def row_added_to_next(m: parc.f64[:, :]):
    for i in par(range(m.shape[0] - 1)):
        m[i + 1] += m[i]


def row_added_to_next__args():
    return (np.arange(24.0).reshape(6, 4),)
