"""Runs both spellings of the partitions sample natively and compares each with plain Python."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(partitions):
    one, other = partitions.grid(12, 60, 50), partitions.grid(12, 60, 50)
    partitions.update(one, 20)
    partitions.update_by_number(other, 20)
    return (one, other), ()


if __name__ == "__main__":
    spellings = [("partitions", "for i in par(parts)"), ("partitions_stmt", "par i in parts")]
    status = 0
    for name, spelling in spellings:
        status |= run(__file__, name, work, f"12 partitions, 20 sweeps: {spelling}", plain="partitions")
    sys.exit(status)
