"""What records are: closed, frozen, typed."""

import os

# pydantic would look through the metadata of every package that is installed for plugins of its own, and run them
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
