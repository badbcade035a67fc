"""Lists the peers, each with its version, or as missing."""

import importlib.metadata
import re
import shutil
import subprocess

PACKAGES = ["numpy", "scipy", "numba", "jax", "openturns", "SALib", "mkl_random"]


def r_version():
    """The version of R and of its package dqrng; None without R."""
    if not shutil.which("Rscript"):
        return None
    script = 'cat(as.character(getRversion()), tryCatch(as.character(packageVersion("dqrng")), error = function(e) "missing"))'
    found = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True)
    match = re.fullmatch(r"(\S+) (\S+)", found.stdout.strip())
    return f"{match[1]} (dqrng {match[2]})" if match else None


def versions():
    """The version of each peer; None for one that is missing."""
    found = {}
    for package in PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = None
    found["R"] = r_version()
    return found


if __name__ == "__main__":
    for peer, version in versions().items():
        print(f"{peer:<12} {version or 'MISSING'}")
