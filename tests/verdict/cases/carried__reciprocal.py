from parc import par


#: verdict: refuse
#: why: 2.0 / s is no reduction
def reciprocal(n: int, s: float) -> float:
    for i in par(range(n)):
        s = 2.0 / s
    return s


def reciprocal__args():
    return 7, 3.0
