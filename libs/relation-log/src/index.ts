export { adoptionsIn, policyInForce, type Adopted } from './adoptions';
export { foldStream, type Place } from './fold-stream';
