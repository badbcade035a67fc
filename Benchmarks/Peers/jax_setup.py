"""JAX as the peers use it: 64 bits, and what is compiled kept from one run to the next."""

import os

import jax

CACHE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".build-peers", "jax-cache")


def prepare():
    """To be called before anything is compiled."""
    jax.config.update("jax_enable_x64", True)
    jax.config.update("jax_compilation_cache_dir", os.path.normpath(CACHE))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0)
    jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)
