import numpy as np

import parc
from parc import par


#: verdict: refuse
#: why: every iteration doubles what the one before left
#: races: y += y vs y += y
def doubled_in_place(y: parc.i64[:], n: int):
    for i in par(range(n)):
        y += y


def doubled_in_place__args():
    return np.arange(5), 6
