import type { Experiment } from '../../experiment/experiment.ts'
import type { ExportHeader } from '../header.ts'
import { juliaJson } from './juliaJson.ts'
import { julia } from './literals.ts'
import { recallAbout, recallParts } from './recallAbout.ts'
import { packedKeyframes, packedMemories, packedStart, recallConstants, type Notation } from './recallPacked.ts'
import { scriptHeader, titleOf } from './scriptHeader.ts'

const notation: Notation = {
  ...julia,
  truth: String,
  joined: (parts) => `join([${parts}\n])`,
  triple: (values) => `(${values.join(', ')})`,
  minusOne: '.- 1',
}

const networkPart = `psi(x) = tanh.(GAIN .* x)

function psi_integral(x)
    z = GAIN .* abs.(x)
    return (z .+ log1p.(exp.(-2 .* z)) .- log(2)) ./ GAIN
end

# D of W = (1/N) XI' D XI: the saliencies of the input-driven model, one strength in the classic ones.
function couplings(model, u)
    alpha = saliency(u)
    strength = EQUALISED ? max(0.0, maximum(alpha)) : STRENGTH
    weights = model == "idp" ? alpha : fill(strength, P)
    INVERSE === nothing && return Matrix(Diagonal(weights))
    return (weights .+ weights') ./ 2 .* INVERSE
end

# W_ii, where it is taken off.
diagonal(d) = ZERO_DIAGONAL ? vec(sum(XI .* (d * XI), dims=1)) ./ N : zeros(N)

# dx/dt = -x + W psi(x) + b; W is never built.
function field(x, d, own, current)
    s = psi(x)
    return -x .+ XI' * (d * (XI * s)) ./ N .- own .* s .+ current
end

function energy(x, d, own, current)
    s = psi(x)
    return sum(x .* s .- psi_integral(x) .+ own .* s .* s ./ 2 .- current .* s) - dot(XI * s, d * (XI * s)) / (2 * N)
end

# The longest step, or 0.9 of the limit of stability of the strongest input.
function time_step()
    inputs = [couplings(model, u) for model in MODELS for (_, _, u) in KEYFRAMES if !occursin("binary", model)]
    norm = maximum(maximum(abs.(eigvals(d * GRAM))) for d in inputs)
    limit = (NOISE > 0 ? 2 : 2.785) / (1 + GAIN * norm)
    return min(LONGEST_DT, 0.9 * limit)
end

# Runge and Kutta's steps of order 4; Euler and Maruyama's with noise. The input is that of the middle of a step.
function run_network(model)
    random = MersenneTwister(SEED)
    dt = time_step()
    every = max(1, round(Int, SAMPLE_SPACING / dt))
    x = model == "classic-start" ? input_at(0.0) : START
    samples = []
    for k in 0:ceil(Int, DURATION / dt)
        t = k * dt
        u = input_at(t + dt / 2)
        is_on = model == "classic-held" || (model == "classic-pulse" && since_keyframe(t) < PULSE)
        current = is_on ? u : zeros(N)
        d = couplings(model, u)
        own = diagonal(d)
        if k % every == 0
            push!(samples, (t, XI * psi(x) ./ N, energy(x, d, own, current)))
        end
        if NOISE > 0
            x = x .+ dt .* field(x, d, own, current) .+ NOISE * sqrt(dt) .* randn(random, N)
            continue
        end
        k1 = field(x, d, own, current)
        k2 = field(x .+ dt / 2 .* k1, d, own, current)
        k3 = field(x .+ dt / 2 .* k2, d, own, current)
        k4 = field(x .+ dt .* k3, d, own, current)
        x = x .+ dt / 6 .* (k1 .+ 2 .* k2 .+ 2 .* k3 .+ k4)
    end
    return told(model, samples)
end`

const binaryPart = `# The learning rule, with a matrix of N x N; the diagonal is cleared at the end.
function binary_weights()
    if RULE == "pseudo-inverse"
        w = XI' * INVERSE * XI ./ N
    elseif RULE == "storkey"
        w = zeros(N, N)
        for v in eachrow(XI)
            h = w * v .- diag(w) .* v .- w .* v'
            w = w .+ (v * v' .- v .* h' .- h .* v') ./ N
        end
    else
        w = XI' * XI ./ N
    end
    if ZERO_DIAGONAL
        w[diagind(w)] .= 0.0
    end
    random = MersenneTwister(SEED)
    for _ in 1:UNLEARNED
        s = rand(random, [-1.0, 1.0], N)
        settle(s, w, random, [])
        change = UNLEARNING_RATE / N .* (s * s')
        change[diagind(change)] .= 0.0
        w = w .- change
    end
    return w
end

binary_energy(s, w) = -dot(s, w * s) / 2

# One neuron at a time in random order, until none wants to change.
function settle(s, w, random, samples)
    for sweep in 0:999
        push!(samples, (float(sweep), XI * s ./ N, binary_energy(s, w)))
        flips = 0
        for i in randperm(random, N)
            h = dot(w[i, :], s)
            if h * s[i] < 0
                s[i] = -s[i]
                flips += 1
            end
        end
        if flips == 0
            return
        end
    end
end

# All neurons at once, until they rest or alternate between two states.
function settle_together(s, w, samples)
    before = s
    for step in 0:999
        push!(samples, (float(step), XI * s ./ N, binary_energy(s, w)))
        h = w * s
        following = ifelse.(h .== 0, s, sign.(h))
        if following == s || (step > 0 && following == before)
            return
        end
        before, s = s, following
    end
end

# From the signs of the input; where it tells nothing, from those of the random start.
function run_binary(model)
    random = MersenneTwister(SEED)
    u = input_at(0.0)
    s = ifelse.(ifelse.(u .== 0, CHANCE, u) .< 0, -1.0, 1.0)
    samples = []
    if model == "binary-sync"
        settle_together(s, binary_weights(), samples)
    else
        settle(s, binary_weights(), random, samples)
    end
    return told(model, samples)
end`

/** The Julia program with the numbers of the Recall view: line by line what `recallNumpy` says. */
export function recallJulia(experiment: Experiment, header: ExportHeader): string {
  const { hasNetwork, hasBinary, chance } = recallParts(experiment, notation)
  const both = 'occursin("binary", model) ? run_binary(model) : run_network(model)'
  const run = hasNetwork && hasBinary ? both : hasBinary ? 'run_binary(model)' : 'run_network(model)'
  return `${scriptHeader(julia, header, recallAbout(experiment, 'Needs Julia 1.5 or later, and nothing else. Run it with --json for every number.'))}

using LinearAlgebra
using Printf
using Random

const TITLE = ${julia.text(titleOf(header))}
${recallConstants(experiment, notation).replaceAll(/^(?=[A-Z])/gm, 'const ')}

# Pictures are packed: eight pixels a byte, or four bytes a number.
bits(text) = [float((byte >> shift) & 1) for byte in hex2bytes(text) for shift in 7:-1:0][1:N]

numbers(text) = Float64.(ltoh.(reinterpret(Float32, hex2bytes(text))))

drawing(ink, known) = bits(known) .* (2 * bits(ink) .- 1)

mixture(shares) = vec(shares' * XI)

MEMORIES = ${packedMemories(experiment, notation)}
const XI = reduce(vcat, [(2 * bits(memory) .- 1)' for memory in MEMORIES])
const P = size(XI, 1)
const GRAM = XI * XI' ./ N
const INVERSE = RULE == "pseudo-inverse" ? pinv(GRAM, rtol=1e-9) : nothing

# Time, whether it turns into the next one, and the picture.
KEYFRAMES = ${packedKeyframes(experiment, notation)}
KEYFRAMES = [(time, turns, SCALE .* picture) for (time, turns, picture) in KEYFRAMES]

keyframe_at(t) = maximum(k for k in 1:length(KEYFRAMES) if KEYFRAMES[k][1] <= t)

since_keyframe(t) = t - KEYFRAMES[keyframe_at(t)][1]

function input_at(t)
    k = keyframe_at(t)
    time, turns, u = KEYFRAMES[k]
    if !turns || k == length(KEYFRAMES)
        return u
    end
    next_time, _, next_u = KEYFRAMES[k + 1]
    return u .+ (t - time) / (next_time - time) .* (next_u .- u)
end

# alpha_mu = (1/N) xi_mu u, freed of correlations by the pseudo-inverse.
function saliency(u)
    alpha = XI * u ./ N
    return INVERSE === nothing ? alpha : INVERSE * alpha
end

START = ${packedStart(experiment, notation)}
${hasBinary ? `CHANCE = ${chance}\n` : ''}
${[...(hasNetwork ? [networkPart] : []), ...(hasBinary ? [binaryPart] : [])].join('\n\n')}

function told(model, samples)
    overlaps = [sample[2] for sample in samples]
    best = argmax(abs.(overlaps[end]))
    return Dict(
        "model" => model,
        "recalled" => NAMES[best],
        "is_twin" => overlaps[end][best] < 0,
        "time" => [sample[1] for sample in samples],
        "overlaps" => overlaps,
        "energy" => [sample[3] for sample in samples],
    )
end

${juliaJson}

result = Dict(
    "title" => TITLE,
    "memories" => NAMES,
    "saliency" => [saliency(u) for (_, _, u) in KEYFRAMES],${hasNetwork ? '\n    "dt" => time_step(),' : ''}
    "models" => [${run} for model in MODELS],
)

if "--json" in ARGS
    println(json(result))
else
    println(TITLE)
    for lane in result["models"]
        overlap = lane["overlaps"][end][argmax(abs.(lane["overlaps"][end]))]
        @printf("%s: %s, overlap %.4f, after %g time units\\n", lane["model"], lane["recalled"], overlap, lane["time"][end])
    end
end
`
}
