from parc import par

KIND = "dynamic"


def options(n: int):
    for i in par(range(n), schedule="dynamc"):  #! PAR0601: "dynamc" is no value of schedule=
        pass
    for i in par(range(n), chunk=0, threads=n):  #! PAR0601: chunk= must be at least 1 #! PAR0602: threads= takes a constant int
        pass
    for i in par(range(n), chunks=3):  #! PAR0603: par has no option chunks=
        pass
    for i in par(range(n), n):  #! PAR0604: par takes one iterable, not 2
        pass
    for i in par(range(n), schedule=KIND, chunk=2 * 32):
        pass
    for i in enumerate(par(range(n))):  #! PAR0417: par(...) stands around the whole iterable of a loop
        pass


def shown(n: int) -> None:
    for i in par(range(n), progress=True):
        pass
    for i in par(range(n), progress=n > 3):  #! PAR0602: progress= takes True or False
        pass
    for i in par(range(n), progress=1):  #! PAR0602: progress= takes True or False
        pass
