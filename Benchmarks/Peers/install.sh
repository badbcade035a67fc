#!/bin/bash
# Installs what growth is compared with: Python packages into .build-peers at the root of the repository, R from
# Debian. May be run again; installs only what is missing. Ends with a list of every peer and its version, and names
# those that are missing.

cd "$(dirname "$0")/../.." || exit 1
ENVIRONMENT=.build-peers
LOG=$ENVIRONMENT/install.log
PYTHON=$ENVIRONMENT/bin/python3

apt() {  # PACKAGE...
  local sudo=sudo
  [ "$(id -u)" = 0 ] && sudo=
  echo "installing $*"
  { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    --no-install-recommends "$@"; } >> "$LOG" 2>&1 || echo "  failed; see $LOG"
}

mkdir -p "$ENVIRONMENT"
if ! "$PYTHON" -m pip --version > /dev/null 2>&1; then
  python3 -c 'import ensurepip' 2> /dev/null || apt python3-venv
  python3 -m venv "$ENVIRONMENT" > "$LOG" 2>&1 || { cat "$LOG"; exit 1; }
fi

# Each on its own, so that one that cannot be installed does not keep out the others.
package() {  # MODULE PACKAGE...
  local module=$1
  shift
  "$PYTHON" -c "import $module" 2> /dev/null && return
  echo "installing $*"
  "$PYTHON" -m pip install --quiet --disable-pip-version-check --only-binary :all: "$@" >> "$LOG" 2>&1 \
    || echo "  failed; see $LOG"
}

package numpy numpy
package scipy scipy
package yaml PyYAML
package numba numba
package jax jax
package openturns openturns
package SALib SALib
package mkl_random mkl_random

if ! command -v Rscript > /dev/null || ! Rscript -e 'library(dqrng)' > /dev/null 2>&1; then
  apt r-base-core r-cran-dqrng
fi

"$PYTHON" Benchmarks/Peers/installed.py
