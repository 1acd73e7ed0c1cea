from parc import par


#: verdict: runtime
#: why: independent unless the list holds one of its rows twice, which only the call shows
def rows_counted_up(m: list[list[int]]):
    for i in par(range(len(m))):
        for j in range(len(m[i])):
            m[i][j] += i


def rows_counted_up__args():
    return ([[0] * (k % 5) for k in range(40)],)


def rows_counted_up__args_bad():
    return ([[0] * 5] * 40,)
