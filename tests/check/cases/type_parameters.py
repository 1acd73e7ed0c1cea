from parc import par


def generic[T: (int, float)](n: T) -> T:
    for i in par(range(3)):  #! PAR0304: type parameters are not supported yet
        pass
    return n
