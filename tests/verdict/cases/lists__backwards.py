from parc import par


#: verdict: runtime
#: also: accept
#: why: independent unless both arguments are one list
def backwards(xs: list[int], ys: list[int]):
    for i in par(range(len(xs))):
        xs[i] = ys[len(ys) - 1 - i]


def backwards__args():
    return list(range(50)), list(range(50))


def backwards__args_bad():
    xs = list(range(50))
    return xs, xs
