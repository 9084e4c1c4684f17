"""Steps in NumPy for bench/numpy.ts: reads `name count` lines from one pipe, answers a line on the other when the steps are done."""

import json
import sys

import numpy as np

folder, requests, answers = sys.argv[1:4]
with open(f"{folder}/cases.json") as file:
    settings = json.load(file)
gain, dt, noise = settings["gain"], settings["timeStep"], settings["noise"]


def read(case, name, dtype):
    return np.fromfile(f"{folder}/{case['key']}.{name}", dtype)


class LowRank:
    """dx = (-x + Xi^T (a * (Xi psi)) / N - (sum(a) / N) psi) dt, psi = tanh(g x): single precision, W never built."""

    def __init__(self, case):
        n, p = case["neuronCount"], case["patternCount"]
        self.patterns = read(case, "patterns", np.int8).reshape(p, n).astype(np.float32)
        self.saliency = read(case, "saliency", np.float32)
        self.x = read(case, "state", np.float32)
        self.dt, self.gain, self.n = np.float32(dt), np.float32(gain), np.float32(n)

    def step(self):
        xi, alpha = self.patterns, self.saliency
        psi = np.tanh(self.gain * self.x)
        field = -self.x + xi.T @ (alpha * (xi @ psi)) / self.n - alpha.sum() / self.n * psi
        self.x = self.x + self.dt * field


class Dense:
    """The same in double precision with all N² weights rebuilt in every step, in the way of the experiments published with the paper: the
    saliencies from the input, W as a product of three matrices, a mask that can thin the synapses out (here of ones), no diagonal.
    `(patterns.T * saliency) @ patterns / n` alone takes about a third of the time."""

    def __init__(self, case, noise):
        n, p = case["neuronCount"], case["patternCount"]
        patterns = read(case, "patterns", np.int8).reshape(p, n).astype(np.float64)
        self.memories = np.ascontiguousarray(patterns.T)
        saliency = read(case, "saliency", np.float32).astype(np.float64)
        # The shortest input that contains each memory with its saliency.
        self.input = self.memories @ np.linalg.solve(patterns @ self.memories / n, saliency)
        self.mask = np.ones((n, n), dtype=np.int64)
        self.x = read(case, "state", np.float32).astype(np.float64)
        self.noise = noise
        self.random = np.random.default_rng(1982)

    def step(self):
        n = len(self.x)
        saliency = np.diagflat(np.dot(self.memories.T, self.input)) / n
        weights = np.multiply(self.mask, self.memories @ saliency @ self.memories.T) / n
        np.fill_diagonal(weights, 0.0)
        self.x = self.x + dt * (-self.x + np.dot(weights, np.tanh(gain * self.x)))
        if self.noise:
            self.x = self.x + self.noise * np.sqrt(dt) * self.random.standard_normal(n)


subjects = {}
for case in settings["cases"]:
    subjects[f"NumPy {case['name']}"] = LowRank(case)
    if case["isDense"]:
        subjects[f"dense NumPy {case['name']}"] = Dense(case, 0)
        subjects[f"noisy dense NumPy {case['name']}"] = Dense(case, noise)

with open(requests) as wanted, open(answers, "w") as done:
    print(np.__version__, file=done, flush=True)
    for line in wanted:
        kind, name, count = line.rstrip("\n").split("\t")
        subject = subjects[name]
        if kind == "state":
            subject.step()
            subject.x.astype(np.float64).tofile(f"{folder}/answer")
        else:
            for _ in range(int(count)):
                subject.step()
        print("", file=done, flush=True)
