/** \dot x_i = f_i(x) = -\frac{1}{\psi'(x_i)}\, \frac{\partial E}{\partial x_i} */
export declare const flowAndGradient: string
/** \frac{dE}{dt} = \nabla E \cdot f = -\sum_i \psi'(x_i)\, f_i^{\,2} \;\le\; 0 */
export declare const fall: string
/** \psi'(x) */
export declare const slope: string
/** f */
export declare const field: string
/** -\nabla E */
export declare const downhill: string
/** dx = f(x)\,dt + \sigma\,dB */
export declare const noisyState: string
/** \nabla\!\cdot\!\Big( \!-f p + \tfrac{\sigma^2}{2} \nabla p \Big) = 0 */
export declare const stationary: string
/** e^{-E/T} */
export declare const boltzmann: string
/** p(x) \propto \prod_i \exp\!\Big[ \tfrac{2}{\sigma^2} \Big( -\tfrac12 x_i^2 + \tfrac{\alpha}{g} \ln\cosh(g x_i) \Big) \Big] */
export declare const equalDensity: string
/** \alpha_1 = \alpha_2 = \alpha */
export declare const equalSaliency: string
/** p(x) \propto \prod_i \exp\!\Big[ \tfrac{2}{\sigma^2} \Big( -\tfrac12 x_i^2 + b_i x_i + \tfrac{s}{g} \ln\cosh(g x_i) \Big) \Big] */
export declare const equalDensityWithCurrent: string
