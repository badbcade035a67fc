"""What is compared: scenarios, peers, and how an answer is held against growth's."""

import dataclasses
import json
import os

import agreement

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCENARIOS = os.path.join(ROOT, "Scenarios")
FIGURES = os.path.join(ROOT, ".build-peers", "son-la-2025.json")

# growth's side of the Sobol case: FILE and N are put in their places. The one place that knows this command line.
SENSITIVITY = "sensitivity FILE --target g --draws N --no-progress"
SENSITIVITY_SCENARIO = os.path.join(HERE, "g-function-20.yaml")


@dataclasses.dataclass
class Peer:
    """A script, the package it needs, and what it is given behind the number of draws."""

    script: str
    needs: str
    arguments: tuple = ()


class RunCase:
    """`growth run` of a scenario."""

    unit = "draws"
    claim = "agree with growth within five standard errors"

    def __init__(self, title, scenario, draws, peers, shows_figures=False):
        self.title, self.draws, self.peers = title, draws, peers
        self.path = os.path.join(SCENARIOS, scenario)
        self.shows_figures = shows_figures

    def own_command(self, growth, draws):
        return [growth, "run", self.path, "--draws", str(draws), "--seed", "2025", "--no-progress"]

    def own_answer(self, growth, run, draws):
        """Every quantity that growth knows; and, for peers that read them, its resolved figures."""
        if self.shows_figures:
            with open(FIGURES, "w") as file:
                file.write(run([growth, "show", self.path, "--format", "json"])[1])
        return json.loads(run(self.own_command(growth, draws) + ["--format", "json", "--quantity", "all"])[1])

    def differences(self, ours, output, draws):
        return agreement.differences(ours, output, draws)


class SobolCase:
    """Sobol indices of a function of twenty inputs; the peers are held against its closed form."""

    unit = "base samples"
    claim = "within five standard errors of the closed form"

    def __init__(self, title, draws, peers):
        self.title, self.draws, self.peers = title, draws, peers

    def own_command(self, growth, draws):
        places = {"FILE": SENSITIVITY_SCENARIO, "N": str(draws)}
        return [growth] + [places.get(word, word) for word in SENSITIVITY.split()]

    def own_answer(self, growth, run, draws):
        return None

    def differences(self, ours, output, draws):
        """Indices further from the exact ones than the peer's own intervals (95%) allow."""
        found = []
        items = [json.loads(line) for line in output.splitlines()]
        for item in items:
            for key in ("first", "total") if "input" in item else ():
                error = item[key + "Width"] / 1.96
                if not abs(item[key] - item[key + "Exact"]) <= agreement.ERRORS * error:
                    found.append(f"{item['input']}, {key}: {item[key]:.4f}, exact {item[key + 'Exact']:.4f}")
        return found if len(items) > 1 else ["no answer"]


CASES = {
    "plain": RunCase(
        "The plain case: four correlated normal sectors, weighted",
        "son-la-2025-planned-weights.yaml",
        10_000_000,
        {
            "numpy": Peer("plain_numpy.py", "numpy"),
            "numpy-growth-only": Peer("plain_numpy.py", "numpy", ("growth-only",)),
            "numpy-selection": Peer("plain_numpy.py", "numpy", ("selection",)),
            "mkl_random": Peer("plain_mkl.py", "mkl_random"),
            "numba": Peer("plain_numba.py", "numba"),
            "numba-growth-only": Peer("plain_numba.py", "numba", ("growth-only",)),
            "jax": Peer("plain_jax.py", "jax"),
            "openturns": Peer("plain_openturns.py", "openturns"),
            "R": Peer("plain.R", "R"),
            "R-quantile": Peer("plain.R", "R", ("quantile",)),
        },
    ),
    "son-la": RunCase(
        "Sơn La 2025 by quarters",
        "son-la-2025.yaml",
        1_000_000,
        {
            "numpy": Peer("son_la_numpy.py", "numpy"),
            "numba": Peer("son_la_numba.py", "numba"),
            "jax": Peer("son_la_jax.py", "jax"),
        },
        shows_figures=True,
    ),
    "sobol": SobolCase(
        "Sobol indices of the G-function with 20 inputs",
        16_384,
        {"SALib": Peer("sobol_salib.py", "SALib")},
    ),
}
