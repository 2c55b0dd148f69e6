"""run: the engines that carry work out. They know nothing of what the work is."""

from onrecord.run.inline import run_inline
from onrecord.run.processes import run_in_processes

__all__ = ["run_in_processes", "run_inline"]
