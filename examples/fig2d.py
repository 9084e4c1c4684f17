# Two stable memories
#
# Two neurons with input-driven plasticity: the input sets the saliencies of the two memories.
# A ball that starts exactly on a ridge is held there by rounding alone, and leaves it where rounding says:
# its path may differ from that on the screen.
# Needs NumPy alone. Run it with --json for every number.
#
# Memoryscape 0.1.0, seed 1982
# Link: #/landscape?x=BHBfRlOUXxxqXQYInIreIyo
#
# S. Betteti, G. Baggio, F. Bullo, S. Zampieri: Input-driven dynamics for robust memory retrieval in
# Hopfield networks. Science Advances 11 (2025), arXiv:2411.05849.

import json
import sys

import numpy as np

TITLE = "Two stable memories"
ALPHA = np.array([1.5, 2.0])  # saliencies of the memories (1, 1) and (1, -1)
GAIN = 1.0  # g of the activation psi(x) = tanh(g x)
CURRENT = np.array([0.0, 0.0])  # b, the input as a current
BALLS = [1, 2, 3, 4]  # numbers of the balls; 0 starts at the input
STARTS = np.array([[2.6, 1.4], [2.8, 0.2], [-2.4, 1.0], [-1.2, -2.6]])  # where they start, a row each
DT = 0.01  # time step
STEPS = 2000  # how many
STEPS_PER_SAMPLE = 10  # from one printed sample to the next
NOISE = 0.0  # sigma of dx = f(x) dt + sigma dB
SEED = 1982  # of the noise
EXTENT = 3.0  # the energy is printed for |x1|, |x2| up to this

W = np.array([[ALPHA[0] + ALPHA[1], ALPHA[0] - ALPHA[1]], [ALPHA[0] - ALPHA[1], ALPHA[0] + ALPHA[1]]]) / 2


# States are the rows of an array.
def psi(x):
    return np.tanh(GAIN * x)


def psi_slope(x):
    decay = np.exp(-2 * GAIN * np.abs(x))
    return 4 * GAIN * decay / (1 + decay) ** 2


def psi_integral(x):
    z = GAIN * np.abs(x)
    return (z + np.log1p(np.exp(-2 * z)) - np.log(2)) / GAIN


def field(x):
    """dx/dt = -x + W psi(x) + b."""
    return -x + psi(x) @ W + CURRENT


def energy(x):
    """E(x) = sum_i [x_i psi_i - integral of psi up to x_i] - psi W psi / 2 - b psi."""
    s = psi(x)
    return np.sum(x * s - psi_integral(x) - s * (s @ W) / 2 - CURRENT * s, axis=1)


def overlaps(x):
    """m_mu = (1/N) xi_mu psi(x)."""
    return psi(x) @ np.array([[1.0, 1.0], [1.0, -1.0]]) / 2


def amplitude(alpha):
    """gamma > 0 with gamma = alpha psi(gamma); 0 where the memory does not exist."""
    if alpha * GAIN <= 1:
        return 0.0
    gamma = alpha
    for _ in range(100):
        gamma -= (gamma - alpha * psi(gamma)) / (1 - alpha * psi_slope(gamma))
    return float(gamma)


def threshold(rival):
    """The saliency from which a memory is stable beside a rival."""
    if rival * GAIN <= 1:
        return 1 / GAIN
    s = np.sqrt(1 - 1 / (GAIN * rival))
    return float(np.arctanh(s) / (GAIN * s))


def regime():
    """Which memories exist and are stable; with a current there is no such rule."""
    if np.any(CURRENT != 0):
        return None
    weaker, stronger = min(ALPHA), max(ALPHA)
    if stronger * GAIN <= 1:
        return "none"
    if weaker * GAIN <= 1:
        return "one"
    return "two" if weaker > threshold(stronger) else "one-stable"


def newton(x):
    """Newton's method from many starts at once, in steps short beside the bend of psi."""
    longest = 0.5 / max(1.0, GAIN)
    for _ in range(300):
        f, slope = field(x), psi_slope(x)
        a, b = W[0, 0] * slope[:, 0] - 1, W[0, 1] * slope[:, 1]
        c, d = W[1, 0] * slope[:, 0], W[1, 1] * slope[:, 1] - 1
        det = a * d - b * c
        det = np.where(np.abs(det) < 1e-14, 1e-14, det)
        move = np.stack([(b * f[:, 1] - d * f[:, 0]) / det, (c * f[:, 0] - a * f[:, 1]) / det], axis=1)
        far = np.hypot(move[:, 0], move[:, 1])[:, None]
        x = x + move * (longest / np.maximum(longest, far))
    return x


def equilibria():
    """All x with f(x) = 0, by Newton's method from a grid that is dense where psi bends."""
    axis = np.concatenate([np.linspace(-EXTENT, EXTENT, 41), np.linspace(-3 / GAIN, 3 / GAIN, 41)])
    grid = np.array([[x1, x2] for x1 in axis for x2 in axis])
    g1, g2 = amplitude(ALPHA[0]), amplitude(ALPHA[1])
    # The memories first: at a threshold Newton's method finds them to fewer digits.
    memories = np.array([[0.0, 0.0], [g1, g1], [-g1, -g1], [g2, -g2], [-g2, g2]])
    candidates = np.concatenate([memories, newton(grid)])
    candidates = candidates[np.max(np.abs(field(candidates)), axis=1) < 1e-11]
    found = []
    for x in candidates:
        if all(np.max(np.abs(x - other)) > 1e-4 for other in found):
            found.append(x)
    return sorted((describe(x) for x in found), key=lambda point: point["state"])


def describe(x):
    root = np.sqrt(psi_slope(x))
    # J = -1 + W psi' has the eigenvalues of this symmetric matrix.
    eigenvalues = np.linalg.eigvalsh(root[:, None] * W * root[None, :] - np.eye(2))
    kind = ["stable", "saddle", "source"][int(np.sum(eigenvalues > 0))]
    return {
        "state": (x + 0.0).tolist(),
        "energy": float(energy(x[None, :])[0]),
        "kind": kind,
        "eigenvalues": eigenvalues.tolist(),
    }


def step(x, kick):
    """Runge and Kutta's step of order 4."""
    k1 = field(x)
    k2 = field(x + DT / 2 * k1)
    k3 = field(x + DT / 2 * k2)
    k4 = field(x + DT * k3)
    return x + DT / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def trajectories():
    """The balls from their starts, with a sample now and then."""
    random = np.random.default_rng(SEED)
    x = STARTS
    samples = [x]
    for k in range(1, STEPS + 1):
        kick = NOISE * np.sqrt(DT) * random.standard_normal(x.shape) if NOISE > 0 else 0.0
        x = step(x, kick)
        if k % STEPS_PER_SAMPLE == 0:
            samples.append(x)
    return [
        {
            "ball": ball,
            "time": [k * STEPS_PER_SAMPLE * DT for k in range(len(samples))],
            "state": [x[j].tolist() for x in samples],
            "energy": [float(energy(x)[j]) for x in samples],
            "overlaps": [overlaps(x)[j].tolist() for x in samples],
        }
        for j, ball in enumerate(BALLS)
    ]


def landscape(points=21):
    """E on a square grid: row by row in x2, x1 along the row."""
    axis = np.linspace(-EXTENT, EXTENT, points)
    return [energy(np.array([[x1, x2] for x1 in axis])).tolist() for x2 in axis]


points = equilibria()
result = {
    "title": TITLE,
    "regime": regime(),
    "existence": 1 / GAIN,
    "amplitudes": [amplitude(ALPHA[0]), amplitude(ALPHA[1])],
    "thresholds": [threshold(ALPHA[1]), threshold(ALPHA[0])],
    "equilibria": points,
    "index_sum": sum(-1 if point["kind"] == "saddle" else 1 for point in points),
    "trajectories": trajectories(),
    "energy": {"extent": EXTENT, "rows": landscape()},
}

if "--json" in sys.argv:
    print(json.dumps(result))
else:
    print(TITLE, "| regime:", result["regime"])
    for point in points:
        print(f"{point['kind']:7s} x = ({point['state'][0]:.6f}, {point['state'][1]:.6f})  E = {point['energy']:.6f}")
    for way in result["trajectories"]:
        x1, x2 = way["state"][-1]
        print(f"ball {way['ball']}: t = {way['time'][-1]:g}, x = ({x1:.6f}, {x2:.6f}), E = {way['energy'][-1]:.6f}")
