from parc import par


#: verdict: runtime
#: why: rows of two lists may be the same ones; that the lists are the same one is fine
def row_from_other(m: list[list[int]], n: list[list[int]]):
    for i in par(range(len(m))):
        m[i][0] += n[i][0]


def row_from_other__args():
    rows = [[k, k] for k in range(30)]
    return rows, rows


def row_from_other__args_bad():
    rows = [[k, k] for k in range(30)]
    return rows, rows[1:] + rows[:1]
