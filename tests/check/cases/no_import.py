def total(n: int) -> int:
    s = 0
    for i in par(range(n)):  #! PAR0701: there is no par loop in this file: this `par` is not parc's
        s += i
    return s
