"""`python -m onrecord`: the command line."""

import sys

try:
    from onrecord.surfaces.cli import main
except KeyboardInterrupt:  # pressed while the program was still loading
    sys.exit(130)

main()
