#!/bin/sh
# acceptance.sh BYLINT SOURCE_DIR: holds the program to the acceptance article, which belongs to its publisher and is
# no part of this project. Exits 77, "skipped", where it is not at hand.
set -eu
shared=${BYLINT_SHARED:-$2/../shared}
if [ ! -f "$shared/acceptance/check.py" ]; then
  echo "skipped: no $shared/acceptance/check.py; set BYLINT_SHARED"
  exit 77
fi
exec python3 "$shared/acceptance/check.py" "$1"
