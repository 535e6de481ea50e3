"""YAML as an author writes it: nothing is said by an alias."""

import yaml


class _ByHand(yaml.SafeDumper):
    def ignore_aliases(self, data) -> bool:
        return True


def by_hand(data) -> str:
    """Return data as YAML."""
    return yaml.dump(data, Dumper=_ByHand)
