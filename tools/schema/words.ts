/** What a part of the document is called and means. */
interface Words {
  readonly title: string
  readonly description: string
  /** What the schema of the program checks by hand. */
  readonly pattern?: string
}

function words(title: string, description: string): Words {
  return { title, description }
}

const base64url = '^[A-Za-z0-9_-]*$'
const seedWords = words('Seed', 'Start of the random numbers: the same seed, the same run.')
const speedWords = words('Speed', 'Model time per second of the clock.')
const noiseWords = words('Strength σ', 'σ of dx = f dt + σ dB; 0 for none.')
const pictureWords = words('Picture', 'Whether the landscape is seen as a surface or as a map.')

/** A camera, wherever there is one. */
const cameraWords = {
  '': words('Camera', 'Where the surface is looked at from.'),
  '.azimuth': words('Azimuth', 'Angle around the vertical axis, in radians; wrapped into −π to π.'),
  '.elevation': words('Elevation', 'Angle above the plane of the states, in radians.'),
  '.distance': words('Distance', 'In units of half the width of the landscape.'),
}

/** What the network of pixels is shown, in either place. */
const inputWords = {
  '.kind': words('Kind', 'Which of the three ways to say what is shown.'),
  '.pixels': {
    ...words(
      'Pixels',
      'Two bits a pixel, row by row: ink 01, paper 10, unknown 00; base64url without padding, of exactly the length that the size needs.',
    ),
    pattern: base64url,
  },
  '.faders': words(
    'Faders',
    'u = Σ amount ξ of the memory; memories without a fader count 0. Each memory at most once.',
  ),
  '.faders[]': words('Fader', 'How much of a memory is in the mixture.'),
  '.faders[].memory': words('Memory', 'Id of a memory of the list.'),
  '.faders[].amount': words('Amount', 'Its share; negative for the inverted picture.'),
  '.isNormalised': words('Normalised', 'Amounts are divided by the sum of their magnitudes.'),
  '.memory': words('Memory', 'Id of the memory of the list that is corrupted.'),
  '.flips': words('Flips', 'So many pixels, chosen by the seed, are turned to their opposite; at most all pixels.'),
  '.noise': words('Noise', 'Standard deviation of the normal numbers added to the pixels.'),
  '.seed': seedWords,
  '.occlusion': words('Occlusion', 'What is hidden: hidden pixels are 0, the network is told nothing about them.'),
  '.occlusion.kind': words('Kind', 'Nothing, a half, or all inside or outside a window.'),
  '.occlusion.hides': words('Hides', 'The half that is hidden.'),
  '.occlusion.shows': words('Shows', 'Which side of the window is shown.'),
  '.occlusion.window': words('Window', 'In fractions of the width and height. A pixel belongs where its centre lies.'),
  '.occlusion.window.left': words('Left', 'Left edge, as a fraction of the width.'),
  '.occlusion.window.top': words('Top', 'Upper edge, as a fraction of the height.'),
  '.occlusion.window.width': words('Width', 'As a fraction of the width of the picture.'),
  '.occlusion.window.height': words('Height', 'As a fraction of the height of the picture.'),
}

function below(path: string, table: Readonly<Record<string, Words>>): Readonly<Record<string, Words>> {
  return Object.fromEntries(Object.entries(table).map(([key, entry]) => [path + key, entry]))
}

/** Title and description of every part, by its path: `[]` for the items of a list, kinds of a part that comes in several put together. */
export const documentWords: Readonly<Record<string, Words>> = {
  version: words('Version', 'Of the layout of the document. Older ones, 1 and 2, are read as well.'),
  model: words('Model', 'The network of two neurons: dx/dt = −x + W(u) tanh(g x) + b.'),
  'model.kind': words('Kind', 'idp: the input re-weights the synapses. classic: the weights are fixed.'),
  'model.inputAs': words(
    'Input as',
    'Classic model only: a current b = u that is held on, or the initial state x(0) = u.',
  ),
  'model.strength': words('Strength s', 'Strength of both memories; classic model only.'),
  'model.gain': words('Gain g', 'Of the activation tanh(g x).'),
  input: words('Input', 'What the two neurons are shown.'),
  'input.saliency': words('Saliencies', '(α₁, α₂): the input is u = α₁ ξ¹ + α₂ ξ².'),
  'input.saliency[]': words('Saliency α', 'How strongly the input contains the memory.'),
  balls: words('Balls', 'What reset goes back to. All ids are different.'),
  'balls[]': words('Ball', 'A state that rolls in the landscape.'),
  'balls[].id': words('Id', 'Number of the ball.'),
  'balls[].start': words('Start', 'The initial state (x₁, x₂).'),
  'balls[].start[]': words('Coordinate x', 'State of one neuron.'),
  noise: words('Noise', 'Of the two neurons.'),
  'noise.strength': noiseWords,
  'noise.seed': seedWords,
  'noise.particles': words('Particles', 'How many particles the cloud has.'),
  integration: words('Integration', 'How the run of the two neurons is computed.'),
  'integration.scheme': words('Scheme', 'Used when there is no noise.'),
  'integration.noisyScheme': words('Scheme with noise', 'Used when there is noise.'),
  'integration.timeStep': words('Time step dt', 'Model time; shortened where the network would become unstable.'),
  playback: words('Playback', 'How fast the two neurons run.'),
  'playback.speed': speedWords,
  view: words('View', 'How the landscape of the two neurons is looked at.'),
  'view.picture': pictureWords,
  ...below('view.camera', cameraWords),
  'view.layers': words('Layers', 'What is drawn on the landscape.'),
  'view.layers.contours': words('Contours', 'Lines of equal energy.'),
  'view.layers.trails': words('Trails', 'Where the balls have been.'),
  'view.layers.labels': words('Labels', 'Names of the equilibria.'),
  'view.layers.equilibria': words('Equilibria', 'Marks at the equilibria.'),
  'view.phase': words('Phase portrait', 'What is shown beyond the surface.'),
  'view.phase.flow': words('Flow', 'Arrows of f.'),
  'view.phase.descent': words('Descent', 'Arrows of −∇E, to compare with those of f.'),
  'view.phase.nullclines': words('Nullclines', 'Where one of the neurons stands still.'),
  'view.phase.separatrices': words('Separatrices', 'Stable and unstable manifolds of the saddles.'),
  'view.phase.directions': words('Directions', 'Eigenvectors of the selected equilibrium.'),
  'view.phase.cloud': words('Cloud', 'Particles of the noise.'),
  'view.phase.ground': words('Ground', 'What the height is: the energy, or the stationary density of the noise.'),
  'view.phase.tint': words('Tint', 'What the colour says: height, which memory each start recalls, or the density.'),
  'view.phase.diagram': words('Bifurcation diagram', 'Which one.'),
  'view.phase.diagram.along': words(
    'Along',
    'The parameter that is followed: the path, the gain, or the input as a current.',
  ),
  'view.phase.diagram.path': words('Path', 'Ends of the straight path in the plane (α₁, α₂).'),
  'view.phase.diagram.path[]': words('End of the path', 'A place (α₁, α₂).'),
  'view.phase.diagram.path[][]': words('Saliency α', 'How strongly the input contains the memory.'),
  'view.phase.diagram.show': words('Show', 'What is drawn upwards.'),
  recall: words('Recall', 'The other view: a network of columns × rows pixels, its memories, and what it is shown.'),
  'recall.size': words('Size', 'Of all pictures.'),
  'recall.size.columns': words('Columns', 'Pixels across.'),
  'recall.size.rows': words('Rows', 'Pixels down.'),
  'recall.memories': words('Memories', 'In the order of the bank. All ids are different, and at least one is on.'),
  'recall.memories[]': words('Memory', 'A stored pattern ξ.'),
  'recall.memories[].id': words('Id', 'By which other parts name this memory.'),
  'recall.memories[].name': words('Name', 'For people.'),
  'recall.memories[].isOn': words('On', 'Off: kept in the bank, but not in the network.'),
  'recall.memories[].bits': {
    ...words(
      'Pixels',
      'One bit a pixel, row by row, ink 1, the first pixel the highest bit of the first byte; base64url without padding, of exactly the length that the size needs.',
    ),
    pattern: base64url,
  },
  'recall.input': words('Input', 'What the network is shown as long as the timeline is off.'),
  ...below('recall.input', inputWords),
  'recall.inputScale': words('Scale of the input', 'u is the picture, from −1 to 1, times this.'),
  'recall.timeline': words('Timeline', 'Inputs over model time.'),
  'recall.timeline.isOn': words('On', 'Whether the timeline is what is shown.'),
  'recall.timeline.isLooped': words('Looped', 'Whether it begins again at its end.'),
  'recall.timeline.keyframes': words('Keyframes', 'Sorted by time, the first at 0; ids and times all different.'),
  'recall.timeline.keyframes[]': words('Keyframe', 'What is shown from a time on.'),
  'recall.timeline.keyframes[].id': words('Id', 'Number of the keyframe.'),
  'recall.timeline.keyframes[].time': words('Time t', 'Model time.'),
  'recall.timeline.keyframes[].input': words('Input', 'What the network is shown.'),
  ...below('recall.timeline.keyframes[].input', inputWords),
  'recall.timeline.keyframes[].isMorphing': words(
    'Morphing',
    'Turns gradually into the next one, instead of being held until then.',
  ),
  'recall.lanes': words('Models', 'Those that race on one clock, all different.'),
  'recall.lanes[]': words(
    'Model',
    'The classic ones get the input as start, as a pulse or held on; the binary ones start at its sign.',
  ),
  'recall.network': words('Network', 'What all models share.'),
  'recall.network.gain': words('Gain g', 'Of the activation tanh(g x).'),
  'recall.network.strength': words('Strength s', 'Strength of the memories in the classic models.'),
  'recall.network.pulseDuration': words(
    'Length of the pulse',
    'Model time for which the pulse of classic-pulse is on.',
  ),
  'recall.network.hasZeroDiagonal': words('Zero diagonal', 'No neuron acts on itself.'),
  'recall.network.rule': words(
    'Learning rule',
    'pseudo-inverse for all models; storkey for the binary ones, the others then use hebb.',
  ),
  'recall.network.unlearning': words(
    'Unlearning',
    'Binary models only: spurious states are found from random starts and unlearned.',
  ),
  'recall.network.unlearning.steps': words('Steps', 'How many states are unlearned.'),
  'recall.network.unlearning.rate': words('Rate ε', 'How far each is unlearned.'),
  'recall.network.equalisesScale': words(
    'Equal scale',
    'Gives the classic models the strength max α(u), so that noise means the same to all.',
  ),
  'recall.start': words('Start', 'Where the models begin that do not begin at the input.'),
  'recall.start.kind': words('Kind', 'Normal numbers from the seed, the input, or a memory.'),
  'recall.start.memory': words('Memory', 'Id of a memory of the list.'),
  'recall.start.isInverted': words('Inverted', 'Begins at the twin −ξ.'),
  'recall.noise': words('Noise', 'Of all models.'),
  'recall.noise.strength': noiseWords,
  'recall.noise.seed': seedWords,
  'recall.integration': words('Integration', 'How the run of the network is computed.'),
  'recall.integration.timeStep': words(
    'Time step dt',
    'Model time; shortened where the network would become unstable.',
  ),
  'recall.integration.kernel': words(
    'Kernel',
    'reproducible: the same bits wherever WebAssembly runs, at about two thirds of the speed; only random starts and noisy pictures may differ in their last digits.',
  ),
  'recall.playback': words('Playback', 'How fast the network runs.'),
  'recall.playback.speed': speedWords,
  'recall.slice': words('Slice', 'The landscape of the network in a plane through two memories.'),
  'recall.slice.memories': words(
    'Memories',
    'Ids of two different memories of the list; null for the two with the largest saliency.',
  ),
  'recall.slice.memories[]': words('Memory', 'Id of a memory of the list.'),
  'recall.slice.lane': words('Model', 'Whose landscape it is.'),
  'recall.slice.picture': pictureWords,
  ...below('recall.slice.camera', cameraWords),
}
