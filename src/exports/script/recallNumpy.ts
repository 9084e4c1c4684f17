import type { Experiment } from '../../experiment/experiment.ts'
import type { ExportHeader } from '../header.ts'
import { python } from './literals.ts'
import { packedKeyframes, packedMemories, packedStart, recallConstants, type Notation } from './recallPacked.ts'
import { recallAbout, recallParts } from './recallAbout.ts'
import { scriptHeader, titleOf } from './scriptHeader.ts'

const notation: Notation = {
  ...python,
  truth: (value) => (value ? 'True' : 'False'),
  joined: (parts) => `"".join([${parts}\n])`,
  triple: (values) => `(${values.join(', ')})`,
  minusOne: '- 1',
}

const networkPart = `def psi(x):
    return np.tanh(GAIN * x)


def psi_integral(x):
    z = GAIN * np.abs(x)
    return (z + np.log1p(np.exp(-2 * z)) - np.log(2)) / GAIN


def couplings(model, u):
    """D of W = (1/N) XI' D XI: the saliencies of the input-driven model, one strength in the classic ones."""
    alpha = saliency(u)
    strength = max(0.0, np.max(alpha)) if EQUALISED else STRENGTH
    weights = alpha if model == "idp" else np.full(P, strength)
    if INVERSE is None:
        return np.diag(weights)
    return (weights[:, None] + weights[None, :]) / 2 * INVERSE


def diagonal(d):
    """W_ii, where it is taken off."""
    return np.sum(XI * (d @ XI), axis=0) / N if ZERO_DIAGONAL else np.zeros(N)


def field(x, d, own, current):
    """dx/dt = -x + W psi(x) + b; W is never built."""
    s = psi(x)
    return -x + XI.T @ (d @ (XI @ s)) / N - own * s + current


def energy(x, d, own, current):
    s = psi(x)
    return np.sum(x * s - psi_integral(x) + own * s * s / 2 - current * s) - (XI @ s) @ (d @ (XI @ s)) / (2 * N)


def time_step():
    """The longest step, or 0.9 of the limit of stability of the strongest input."""
    inputs = [couplings(model, u) for model in MODELS if "binary" not in model for _, _, u in KEYFRAMES]
    norm = max(np.max(np.abs(np.linalg.eigvals(d @ GRAM))) for d in inputs)
    limit = (2 if NOISE > 0 else 2.785) / (1 + GAIN * norm)
    return min(LONGEST_DT, 0.9 * limit)


def run_network(model):
    """Runge and Kutta's steps of order 4; Euler and Maruyama's with noise. The input is that of the middle of a step."""
    random = np.random.default_rng(SEED)
    dt = time_step()
    every = max(1, round(SAMPLE_SPACING / dt))
    x = input_at(0.0) if model == "classic-start" else START
    samples = []
    for k in range(int(np.ceil(DURATION / dt)) + 1):
        t = k * dt
        u = input_at(t + dt / 2)
        is_on = model == "classic-held" or (model == "classic-pulse" and since_keyframe(t) < PULSE)
        current = u if is_on else np.zeros(N)
        d = couplings(model, u)
        own = diagonal(d)
        if k % every == 0:
            samples.append((t, XI @ psi(x) / N, energy(x, d, own, current)))
        if NOISE > 0:
            x = x + dt * field(x, d, own, current) + NOISE * np.sqrt(dt) * random.standard_normal(N)
            continue
        k1 = field(x, d, own, current)
        k2 = field(x + dt / 2 * k1, d, own, current)
        k3 = field(x + dt / 2 * k2, d, own, current)
        k4 = field(x + dt * k3, d, own, current)
        x = x + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return told(model, samples)`

const binaryPart = `def binary_weights():
    """The learning rule, with a matrix of N x N; the diagonal is cleared at the end."""
    if RULE == "pseudo-inverse":
        w = XI.T @ INVERSE @ XI / N
    elif RULE == "storkey":
        w = np.zeros((N, N))
        for v in XI:
            h = (w @ v)[:, None] - (np.diag(w) * v)[:, None] - w * v[None, :]
            w = w + (np.outer(v, v) - v[:, None] * h.T - h * v[None, :]) / N
    else:
        w = XI.T @ XI / N
    if ZERO_DIAGONAL:
        np.fill_diagonal(w, 0.0)
    random = np.random.default_rng(SEED)
    for _ in range(UNLEARNED):
        s = random.choice([-1.0, 1.0], N)
        settle(s, w, random, [])
        change = UNLEARNING_RATE / N * np.outer(s, s)
        np.fill_diagonal(change, 0.0)
        w = w - change
    return w


def binary_energy(s, w):
    return -(s @ w @ s) / 2


def settle(s, w, random, samples):
    """One neuron at a time in random order, until none wants to change."""
    for sweep in range(1000):
        samples.append((float(sweep), XI @ s / N, binary_energy(s, w)))
        flips = 0
        for i in random.permutation(N):
            h = w[i] @ s
            if h * s[i] < 0:
                s[i] = -s[i]
                flips += 1
        if flips == 0:
            return


def settle_together(s, w, samples):
    """All neurons at once, until they rest or alternate between two states."""
    before = s
    for step in range(1000):
        samples.append((float(step), XI @ s / N, binary_energy(s, w)))
        h = w @ s
        following = np.where(h == 0, s, np.sign(h))
        if np.array_equal(following, s) or (step > 0 and np.array_equal(following, before)):
            return
        before, s = s, following


def run_binary(model):
    """From the signs of the input; where it tells nothing, from those of the random start."""
    random = np.random.default_rng(SEED)
    u = input_at(0.0)
    s = np.where(np.where(u == 0, CHANCE, u) < 0, -1.0, 1.0)
    samples = []
    if model == "binary-sync":
        settle_together(s, binary_weights(), samples)
    else:
        settle(s, binary_weights(), random, samples)
    return told(model, samples)`

/** A NumPy program with the numbers of the Recall view: saliencies, and what each model of the race recalls. */
export function recallNumpy(experiment: Experiment, header: ExportHeader): string {
  const { hasNetwork, hasBinary, chance } = recallParts(experiment, notation)
  const run = hasNetwork && hasBinary ? 'run_binary(model) if "binary" in model else run_network(model)' : null
  const only = hasBinary ? 'run_binary(model)' : 'run_network(model)'
  return `${scriptHeader(python, header, recallAbout(experiment, 'Needs NumPy alone. Run it with --json for every number.'))}

import json
import sys

import numpy as np

TITLE = ${python.text(titleOf(header))}
${recallConstants(experiment, notation)}


# Pictures are packed: eight pixels a byte, or four bytes a number.
def bits(text):
    return np.unpackbits(np.frombuffer(bytes.fromhex(text), np.uint8))[:N].astype(float)


def numbers(text):
    return np.frombuffer(bytes.fromhex(text), "<f4").astype(float)


def drawing(ink, known):
    return bits(known) * (2 * bits(ink) - 1)


def mixture(shares):
    return shares @ XI


MEMORIES = ${packedMemories(experiment, notation)}
XI = np.array([2 * bits(memory) - 1 for memory in MEMORIES])
P = len(XI)
GRAM = XI @ XI.T / N
INVERSE = np.linalg.pinv(GRAM, 1e-9, hermitian=True) if RULE == "pseudo-inverse" else None

# Time, whether it turns into the next one, and the picture.
KEYFRAMES = ${packedKeyframes(experiment, notation)}
KEYFRAMES = [(time, turns, SCALE * picture) for time, turns, picture in KEYFRAMES]


def keyframe_at(t):
    return max(k for k in range(len(KEYFRAMES)) if KEYFRAMES[k][0] <= t)


def since_keyframe(t):
    return t - KEYFRAMES[keyframe_at(t)][0]


def input_at(t):
    k = keyframe_at(t)
    time, turns, u = KEYFRAMES[k]
    if not turns or k + 1 == len(KEYFRAMES):
        return u
    next_time, _, next_u = KEYFRAMES[k + 1]
    return u + (t - time) / (next_time - time) * (next_u - u)


def saliency(u):
    """alpha_mu = (1/N) xi_mu u, freed of correlations by the pseudo-inverse."""
    alpha = XI @ u / N
    return alpha if INVERSE is None else INVERSE @ alpha


START = ${packedStart(experiment, notation)}
${hasBinary ? `CHANCE = ${chance}\n` : ''}

${[...(hasNetwork ? [networkPart] : []), ...(hasBinary ? [binaryPart] : [])].join('\n\n\n')}


def told(model, samples):
    times, overlaps, energies = zip(*samples)
    best = int(np.argmax(np.abs(overlaps[-1])))
    return {
        "model": model,
        "recalled": NAMES[best],
        "is_twin": bool(overlaps[-1][best] < 0),
        "time": [float(t) for t in times],
        "overlaps": [m.tolist() for m in overlaps],
        "energy": [float(e) for e in energies],
    }


result = {
    "title": TITLE,
    "memories": NAMES,
    "saliency": [saliency(u).tolist() for _, _, u in KEYFRAMES],${hasNetwork ? '\n    "dt": float(time_step()),' : ''}
    "models": [${run ?? only} for model in MODELS],
}

if "--json" in sys.argv:
    print(json.dumps(result))
else:
    print(TITLE)
    for lane in result["models"]:
        overlap = max(lane["overlaps"][-1], key=abs)
        print(f"{lane['model']}: {lane['recalled']}, overlap {overlap:.4f}, after {lane['time'][-1]:g} time units")
`
}
