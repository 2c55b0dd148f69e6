"""`onrecord serve`: the desk, a web page on a ledger."""

from __future__ import annotations

import errno
import ipaddress
import os
import secrets
import socket
import threading
import webbrowser
from pathlib import Path

import click

from onrecord.surfaces.cli import options
from onrecord.vocabulary import OnrecordError

PORT = 8737

_NO_ADDRESS = "cannot listen on “{}”: give an address of this machine with --host (127.0.0.1, or 0.0.0.0 for all of them)"


class ServingError(OnrecordError):
    """The desk cannot be opened at the address that was asked for."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; other machines need a token.")
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="Port; 0 for any that is free.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option("--read-only", is_flag=True, help="Take no decisions, and never write to the ledger.")
@options.ledger
def serve(*, host: str, port: int, no_browser: bool, read_only: bool, ledger_path: Path) -> None:
    """Open the desk: a web page where the record is read, checked, corrected and taken away.

    It answers this machine alone unless --host says otherwise; then whoever asks needs the token in the address that is printed.
    Nothing that it shows comes from elsewhere: it works with no network. Ctrl-C stops it.

    \b
    Example:
      onrecord serve
      onrecord serve --ledger story.db --host 0.0.0.0 --read-only
    """
    from onrecord.surfaces.desk.app import desk  # noqa: PLC0415  (the web is loaded for this command alone)
    from onrecord.surfaces.desk.opened import Opened  # noqa: PLC0415
    from onrecord.surfaces.desk.running import run  # noqa: PLC0415
    from onrecord.surfaces.desk.security import Rules, hosts_for  # noqa: PLC0415

    fixed = not read_only and _is_fixed(ledger_path)
    read_only = read_only or fixed
    opened = Opened(ledger_path, read_only=read_only)
    listening = _listen(host, port)
    token = None if _is_own(host) else secrets.token_urlsafe(24)
    hosts = None if token and _is_any(host) else frozenset(hosts_for(host))
    address = _address(host, listening.getsockname()[1], token)
    click.echo(address)
    how = " for reading only" if read_only else ""
    why = ", since the file or its folder may not be written to" if fixed else ""
    click.echo(f"onrecord: the desk on {ledger_path} is open{how}{why}; Ctrl-C stops it", err=True)
    if not no_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        run(desk(opened, Rules(token=token, hosts=hosts, read_only=read_only)), listening)
    finally:
        listening.close()


def _listen(host: str, port: int) -> socket.socket:
    """A socket at the address, taken before anything is said of it, so that a browser that is opened finds it."""
    if not host.strip():
        raise ServingError(_NO_ADDRESS.format(host))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except (OSError, UnicodeError) as error:
        listening.close()
        raise ServingError(_why(error, host, port)) from error
    return listening


def _is_fixed(ledger: Path) -> bool:
    """Whether a ledger is there that nobody may write to: it can be shown all the same."""
    return ledger.exists() and not (os.access(ledger, os.W_OK) and os.access(ledger.absolute().parent, os.W_OK))


def _why(error: Exception, host: str, port: int) -> str:
    match getattr(error, "errno", None):
        case errno.EADDRINUSE:
            return f"port {port} is in use, perhaps by another desk: give another with --port, or --port 0 for any that is free"
        case errno.EACCES:
            return f"port {port} needs special rights: give one above 1023 with --port"
    return _NO_ADDRESS.format(host)


def _is_own(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_any(host: str) -> bool:
    """Whether an address stands for all of this machine's, so that whatever name others reach it by is right."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _address(host: str, port: int, token: str | None) -> str:
    name = socket.gethostname() if _is_any(host) else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={token}" if token else "")
