/** \dot x = -x + W(u)\,\psi(x), \quad \psi(x) = \tanh(g x) */
export declare const dynamicsIdp: string
/** W(u) = \tfrac12 \sum_\mu \alpha_\mu\, \xi^\mu {\xi^\mu}^{\!\top}, \quad \alpha_\mu = \tfrac12\, \xi^\mu \!\cdot u */
export declare const weightsIdp: string
/** \dot x = -x + W \psi(x) + b, \quad \psi(x) = \tanh(g x) */
export declare const dynamicsClassic: string
/** W = \tfrac{s}{2} \sum_\mu \xi^\mu {\xi^\mu}^{\!\top} */
export declare const weightsClassic: string
/** \begin{aligned} E(x;u) ={}& -\tfrac12\, \psi(x)^{\!\top} W(u)\, \psi(x) \\ & + \sum_i \Big[ x_i \psi(x_i) - \tfrac1g \ln\cosh(g x_i) \Big] \end{aligned} */
export declare const energyIdp: string
/** \begin{aligned} E(x;u) ={}& -\tfrac12\, \psi(x)^{\!\top} W \psi(x) - b^{\!\top} \psi(x) \\ & + \sum_i \Big[ x_i \psi(x_i) - \tfrac1g \ln\cosh(g x_i) \Big] \end{aligned} */
export declare const energyClassic: string
/** \frac{dE}{dt} = -\sum_i \psi'(x_i)\, \dot x_i^{\,2} \;\le\; 0 */
export declare const descent: string
/** \pm\gamma\,\xi^\mu */
export declare const place: string
/** \gamma = \alpha \tanh(g\gamma) */
export declare const amplitude: string
/** g\,\alpha > 1 */
export declare const existence: string
