// All that the module of continuous networks exports. Binary networks have one of their own, in binary/.
export * from './layout'
export { configure, couple, evaluate, observe, stepEuler, stepRungeKutta } from './network'
