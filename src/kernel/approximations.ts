// Coefficients of the fast functions, shared with the AssemblyScript sources: numbers and nothing else may stand here.

/** tanh z ≈ z A(z²)/B(z²), minimax in relative error on [−8, 8]: 1.5e-7, and 4.4e-7 evaluated in single precision. Ours (Lawson's iteration). */
export const TANH_A0 = 0.9999998543957747
export const TANH_A1 = 0.12925659971939835
export const TANH_A2 = 0.0029510205872310515
export const TANH_A3 = 1.1428390268027413e-5
export const TANH_B1 = 0.4625887556938709
export const TANH_B2 = 0.02381554097611093
export const TANH_B3 = 0.00023866872464941576
export const TANH_B4 = 2.459200552747767e-7
/** Beyond this |z| the argument is held: 1 − tanh 8 = 2.3e-7. */
export const TANH_LIMIT = 8.0

/** sin φ ≈ φ S(φ²) on [−π/2, π/2], absolute error 5.9e-7. */
export const SIN_0 = 0.999996622
export const SIN_1 = -0.166648298
export const SIN_2 = 8.3063355e-3
export const SIN_3 = -1.83638731e-4
/** cos φ ≈ C(φ²) on [−π/2, π/2], absolute error 4.7e-8. */
export const COS_0 = 0.999999953
export const COS_1 = -0.499999053
export const COS_2 = 4.16635847e-2
export const COS_3 = -1.38537043e-3
export const COS_4 = 2.31539317e-5
