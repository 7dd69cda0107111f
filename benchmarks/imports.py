"""Times what it costs to import the package, as whole processes in turn.

python benchmarks/imports.py [--rounds 30]
"""

import argparse
import subprocess
import sys
from time import perf_counter

PROGRAMS = {
    "python -c pass": "pass",
    "import newsmodel": "import newsmodel",
    "newsmodel.Article": "import newsmodel; newsmodel.Article",
    "newsmodel.parse": "import newsmodel; newsmodel.parse('A\\n\\nB.', 'text')",
}


def main() -> None:
    """Measure and print the best of many rounds, and the difference to nothing."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=30)
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for _ in range(options.parse_args().rounds):
        for name, program in PROGRAMS.items():
            start = perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            best[name] = min(best[name], (perf_counter() - start) * 1000)
    nothing = best["python -c pass"]
    for name, time in best.items():
        print(f"{name:18} {time:6.1f} ms  {time - nothing:+6.1f} ms")


if __name__ == "__main__":
    main()
