"""Digests as Python has them in itself: OpenSSL, which `hashlib` loads, takes longer to load than a warm check to digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

LETTERS: Final = 16
"""How many hexadecimal signs of a short digest are kept."""

if TYPE_CHECKING:
    from hashlib import blake2b as blake2b
    from hashlib import sha1 as sha1
    from hashlib import sha256 as sha256
else:
    try:
        from _blake2 import blake2b
        from _sha1 import sha1

        try:
            from _sha2 import sha256  # as `random` has it, too
        except ImportError:
            from _sha256 import sha256  # before Python 3.12
    except ImportError:
        from hashlib import blake2b as blake2b
        from hashlib import sha1 as sha1
        from hashlib import sha256 as sha256


def short_digest(told: bytes) -> str:
    """Return a short digest of what is told."""
    return blake2b(told, digest_size=LETTERS // 2).hexdigest()
