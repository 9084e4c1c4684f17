# Two stable memories
#
# Two neurons with input-driven plasticity: the input sets the saliencies of the two memories.
# A ball that starts exactly on a ridge is held there by rounding alone, and leaves it where rounding says:
# its path may differ from that on the screen.
# Needs Julia 1.5 or later, and nothing else. Run it with --json for every number.
#
# Memoryscape 0.1.0, seed 1982
# Link: #/landscape?x=BHBfRlOUXxxqXQYInIreIyo
#
# S. Betteti, G. Baggio, F. Bullo, S. Zampieri: Input-driven dynamics for robust memory retrieval in
# Hopfield networks. Science Advances 11 (2025), arXiv:2411.05849.

using LinearAlgebra
using Printf
using Random

const TITLE = "Two stable memories"
const ALPHA = [1.5, 2.0]  # saliencies of the memories (1, 1) and (1, -1)
const GAIN = 1.0  # g of the activation psi(x) = tanh(g x)
const CURRENT = [0.0, 0.0]  # b, the input as a current
const BALLS = [1, 2, 3, 4]  # numbers of the balls; 0 starts at the input
const STARTS = [2.6 1.4; 2.8 0.2; -2.4 1.0; -1.2 -2.6]  # where they start, a row each
const DT = 0.01  # time step
const STEPS = 2000  # how many
const STEPS_PER_SAMPLE = 10  # from one printed sample to the next
const NOISE = 0.0  # sigma of dx = f(x) dt + sigma dB
const SEED = 1982  # of the noise
const EXTENT = 3.0  # the energy is printed for |x1|, |x2| up to this

const W = [ALPHA[1] + ALPHA[2] ALPHA[1] - ALPHA[2]; ALPHA[1] - ALPHA[2] ALPHA[1] + ALPHA[2]] / 2

# States are the rows of an array.
psi(x) = tanh.(GAIN .* x)

function psi_slope(x)
    decay = exp.(-2 .* GAIN .* abs.(x))
    return 4 .* GAIN .* decay ./ (1 .+ decay) .^ 2
end

function psi_integral(x)
    z = GAIN .* abs.(x)
    return (z .+ log1p.(exp.(-2 .* z)) .- log(2)) ./ GAIN
end

# dx/dt = -x + W psi(x) + b.
field(x) = -x .+ psi(x) * W .+ CURRENT'

# E(x) = sum_i [x_i psi_i - integral of psi up to x_i] - psi W psi / 2 - b psi.
function energy(x)
    s = psi(x)
    return vec(sum(x .* s .- psi_integral(x) .- s .* (s * W) ./ 2 .- CURRENT' .* s, dims=2))
end

# m_mu = (1/N) xi_mu psi(x).
overlaps(x) = psi(x) * [1.0 1.0; 1.0 -1.0] / 2

# gamma > 0 with gamma = alpha psi(gamma); 0 where the memory does not exist.
function amplitude(alpha)
    alpha * GAIN <= 1 && return 0.0
    gamma = alpha
    for _ in 1:100
        gamma -= (gamma - alpha * psi(gamma)) / (1 - alpha * psi_slope(gamma))
    end
    return gamma
end

# The saliency from which a memory is stable beside a rival.
function threshold(rival)
    rival * GAIN <= 1 && return 1 / GAIN
    s = sqrt(1 - 1 / (GAIN * rival))
    return atanh(s) / (GAIN * s)
end

# Which memories exist and are stable; with a current there is no such rule.
function regime()
    any(CURRENT .!= 0) && return nothing
    weaker, stronger = minimum(ALPHA), maximum(ALPHA)
    stronger * GAIN <= 1 && return "none"
    weaker * GAIN <= 1 && return "one"
    return weaker > threshold(stronger) ? "two" : "one-stable"
end

# Newton's method from many starts at once, in steps short beside the bend of psi.
function newton(x)
    longest = 0.5 / max(1.0, GAIN)
    for _ in 1:300
        f, slope = field(x), psi_slope(x)
        a, b = W[1, 1] .* slope[:, 1] .- 1, W[1, 2] .* slope[:, 2]
        c, d = W[2, 1] .* slope[:, 1], W[2, 2] .* slope[:, 2] .- 1
        det = a .* d .- b .* c
        det = ifelse.(abs.(det) .< 1e-14, 1e-14, det)
        move = hcat((b .* f[:, 2] .- d .* f[:, 1]) ./ det, (c .* f[:, 1] .- a .* f[:, 2]) ./ det)
        far = hypot.(move[:, 1], move[:, 2])
        x = x .+ move .* (longest ./ max.(longest, far))
    end
    return x
end

# All x with f(x) = 0, by Newton's method from a grid that is dense where psi bends.
function equilibria()
    axis = vcat(range(-EXTENT, EXTENT, length=41), range(-3 / GAIN, 3 / GAIN, length=41))
    grid = reduce(vcat, [[x1 x2] for x1 in axis for x2 in axis])
    g1, g2 = amplitude(ALPHA[1]), amplitude(ALPHA[2])
    # The memories first: at a threshold Newton's method finds them to fewer digits.
    memories = [0.0 0.0; g1 g1; -g1 -g1; g2 -g2; -g2 g2]
    candidates = vcat(memories, newton(grid))
    candidates = candidates[vec(maximum(abs.(field(candidates)), dims=2)) .< 1e-11, :]
    found = Vector{Float64}[]
    for x in eachrow(candidates)
        if all(maximum(abs.(x .- other)) > 1e-4 for other in found)
            push!(found, collect(x))
        end
    end
    return sort([describe(x) for x in found], by=point -> point["state"])
end

function describe(x)
    root = sqrt.(psi_slope(x))
    # J = -1 + W psi' has the eigenvalues of this symmetric matrix.
    eigenvalues = eigvals(Symmetric(root .* W .* root' - I))
    kind = ["stable", "saddle", "source"][1 + count(eigenvalues .> 0)]
    return Dict(
        "state" => x .+ 0.0,
        "energy" => energy(x')[1],
        "kind" => kind,
        "eigenvalues" => eigenvalues,
    )
end

# Runge and Kutta's step of order 4.
function step(x, kick)
    k1 = field(x)
    k2 = field(x .+ DT / 2 .* k1)
    k3 = field(x .+ DT / 2 .* k2)
    k4 = field(x .+ DT .* k3)
    return x .+ DT / 6 .* (k1 .+ 2 .* k2 .+ 2 .* k3 .+ k4)
end

# The balls from their starts, with a sample now and then.
function trajectories()
    random = MersenneTwister(SEED)
    x = STARTS
    samples = [x]
    for k in 1:STEPS
        kick = NOISE > 0 ? NOISE * sqrt(DT) .* randn(random, size(x)...) : 0.0
        x = step(x, kick)
        if k % STEPS_PER_SAMPLE == 0
            push!(samples, x)
        end
    end
    return [
        Dict(
            "ball" => ball,
            "time" => [(k - 1) * STEPS_PER_SAMPLE * DT for k in 1:length(samples)],
            "state" => [x[j, :] for x in samples],
            "energy" => [energy(x)[j] for x in samples],
            "overlaps" => [overlaps(x)[j, :] for x in samples],
        ) for (j, ball) in enumerate(BALLS)
    ]
end

# E on a square grid: row by row in x2, x1 along the row.
function landscape(points=21)
    axis = range(-EXTENT, EXTENT, length=points)
    return [energy(reduce(vcat, [[x1 x2] for x1 in axis])) for x2 in axis]
end

json(value::Nothing) = "null"
json(value::Bool) = string(value)
json(value::Real) = isfinite(value) ? string(value) : "null"
json(value::AbstractString) = "\"" * replace(replace(value, "\\" => "\\\\"), "\"" => "\\\"") * "\""
json(value::AbstractVector) = "[" * join(json.(value), ",") * "]"
json(value::Dict) = "{" * join([json(key) * ":" * json(value[key]) for key in keys(value)], ",") * "}"

points = equilibria()
result = Dict(
    "title" => TITLE,
    "regime" => regime(),
    "existence" => 1 / GAIN,
    "amplitudes" => [amplitude(ALPHA[1]), amplitude(ALPHA[2])],
    "thresholds" => [threshold(ALPHA[2]), threshold(ALPHA[1])],
    "equilibria" => points,
    "index_sum" => sum(Int[point["kind"] == "saddle" ? -1 : 1 for point in points]),
    "trajectories" => trajectories(),
    "energy" => Dict("extent" => EXTENT, "rows" => landscape()),
)

if "--json" in ARGS
    println(json(result))
else
    println(TITLE, " | regime: ", result["regime"])
    for point in points
        @printf("%-7s x = (%.6f, %.6f)  E = %.6f\n", point["kind"], point["state"]..., point["energy"])
    end
    for way in result["trajectories"]
        x1, x2 = way["state"][end]
        @printf("ball %d: t = %g, x = (%.6f, %.6f), E = %.6f\n", way["ball"], way["time"][end], x1, x2, way["energy"][end])
    end
end
