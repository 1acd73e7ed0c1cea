from parc import par


#: verdict: refuse
#: why: the row above is the previous iteration's
#: races: m[i][0] vs m[i - 1][0]
def row_above(m: list[list[int]]):
    for i in par(range(1, len(m))):
        m[i][0] = m[i - 1][0] + 1


def row_above__args():
    return ([[k] for k in range(9)],)
