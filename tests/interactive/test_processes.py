"""Jitted functions in other processes: what one built, the others load."""

import pytest

PROGRAM = """
    import sys
    import numpy as np
    import parc
    from parc import par

    @parc.jit
    def total(a, k=2):
        s = 0.0
        for i in par(range(len(a))):
            s += helper(a[i]) * k
        return s

    def helper(x):
        return x + ONE

    ONE = 1

    def total_and_threads(a):
        import threadpoolctl
        result = total(a)
        pools = threadpoolctl.threadpool_info()
        return result, max(each["num_threads"] for each in pools if each["internal_api"] == "openmp")

    def total_and_new_threads(a):
        import os
        before = len(os.listdir("/proc/self/task"))
        result = total(a)
        return result, 1 + len(os.listdir("/proc/self/task")) - before

    def run(how, a):
        if how == "joblib":
            from joblib import Parallel, delayed
            return Parallel(n_jobs=2)(delayed(total_and_threads)(a) for _ in range(4))
        if how == "dask":
            from distributed import Client, LocalCluster
            with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
                futures = [client.submit(total_and_threads, a, pure=False) for _ in range(4)]
                return client.gather(futures)
        import multiprocessing
        with multiprocessing.get_context(how).Pool(2) as pool:
            return pool.map(total_and_new_threads, [a] * 4)

    if __name__ == "__main__":
        a = np.arange(100000.0)
        expected = total(a)
        results, threads = zip(*run(sys.argv[1], a))
        assert results == (expected,) * 4, results
        print("threads", max(threads))
"""


@pytest.mark.parametrize("how", ["fork", "spawn", "forkserver", "joblib", "dask"])
def test_one_build_for_all_processes(place, how):
    place.write("program.py", PROGRAM)
    output = place.run("program.py", how, PARC_SMALL="0")
    count = int(output.split()[-1])
    assert count == 1, f"{count} threads in each of 2 workers"
    assert place.info()["builds"] == 1
