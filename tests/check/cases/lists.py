from parc import par


def lists(xs: list[int], n: int):
    for i in par(range(n)):
        xs.append(i)  #! PAR0411: '.append' of a list is not supported yet
        xs[i] = 1.5  #! PAR0203: list[int] cannot hold float
        xs[0:2] = 3  #! PAR0401: a slice of list[int] is not supported yet
        xs += [1]  #! PAR0411: building a list is not supported yet
