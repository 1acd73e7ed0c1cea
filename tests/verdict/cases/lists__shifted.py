from parc import par


#: verdict: refuse
#: why: the item before is the previous iteration's
#: races: xs[i] vs xs[i - 1]
def shifted(xs: list[int]):
    for i in par(range(1, len(xs))):
        xs[i] = xs[i - 1] + 1


def shifted__args():
    return ([1, 2, 3, 4],)
