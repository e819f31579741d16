import { type Weighing } from '../evidence/backing';
import { disputeLogic } from '../dispute/dispute';
import { createBelief, type Belief } from '../ledger/belief';
import { type FacetLogic } from '../ledger/facet-logic';
import { measureLogic } from '../measure/measure';
import { meetingsLogic } from '../meeting/meetings';
import { type Policy } from '../policy/policy.types';
import { memberKey, productKeys } from '../product/product-key';
import { productTariffLogic } from '../product/product-tariff';
import { isOver } from '../product/word';
import { type Content, type TariffObservation } from '../shared/observation';
import { slug } from '../shared/subject';
import { stanceLogic } from '../stance/stance';
import { tariffLogic } from '../tariff/tariff';
import { truceLogic } from '../truce/truce';

/** A facet by its stored name, and how to read it. */
export interface FacetRef {
  readonly facet: string;
  readonly believe: (weighing: Weighing) => Belief;
}

const ref = <W, S>(facet: string, logic: (policy: Policy) => FacetLogic<W, S>): FacetRef => ({
  facet,
  believe: (weighing) => createBelief(facet, logic(weighing.policy), weighing),
});

const tariffRefs = (observation: TariffObservation, { tariffs }: Policy): readonly FacetRef[] => {
  const { imposer, scope } = observation;
  if (scope === 'all') return [ref(`tariff/${imposer}`, (policy) => tariffLogic(imposer, policy))];
  const own = productKeys(observation);
  const members = isOver(observation)
    ? own.flatMap(({ key }) => tariffs.collections[key] ?? []).map(memberKey)
    : [];
  return [...own, ...members].map((product) =>
    ref(`tariff/${imposer}/${product.key}`, (policy) => productTariffLogic(imposer, product, policy)),
  );
};

/** The facets that a statement speaks of: mostly one. */
export const facetRefs = (observation: Content, policy: Policy): readonly FacetRef[] => {
  switch (observation.type) {
    case 'tariff':
      return tariffRefs(observation, policy);
    case 'truce':
      return [ref('truce', truceLogic)];
    case 'meeting': {
      const { kind } = observation;
      return [ref(`meetings/${kind}`, (policy) => meetingsLogic(kind, policy))];
    }
    case 'measure': {
      const { actor, kind, subject } = observation;
      return [
        ref(`measure/${actor}/${kind}/${slug(subject)}`, (policy) => measureLogic(actor, kind, policy)),
      ];
    }
    case 'dispute': {
      const { claimant, about } = observation;
      return [ref(`dispute/${claimant}/${slug(about)}`, (policy) => disputeLogic(claimant, policy))];
    }
    case 'stance': {
      const { actor } = observation;
      return [ref(`stance/${actor}`, (policy) => stanceLogic(actor, policy))];
    }
  }
};
