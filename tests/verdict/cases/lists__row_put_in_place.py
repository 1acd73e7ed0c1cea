from parc import par


#: verdict: refuse
#: why: the rows that are changed may all have become one list
def row_put_in_place(m: list[list[int]], row: list[int]):
    for i in par(range(len(m))):
        m[i] = row
        m[i][0] += 1


def row_put_in_place__args():
    return [[0], [1], [2]], [5]
