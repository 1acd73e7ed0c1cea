def plain(n: int) -> int:  #! PAR0701: there is no par loop in this file
    return n
