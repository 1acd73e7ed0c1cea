from parc import par


#: verdict: accept
#: why: a list element each, read and written
def own_item(xs: list[float], ys: list[float]):
    for i in par(range(len(xs))):
        ys[i] = xs[i] * 0.5


def own_item__args():
    return [1.0, 2.0, 3.0], [0.0] * 3
