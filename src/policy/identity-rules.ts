import type { DescribedRule } from './described-rule';
import { Severity } from './rule';

/** Rules about which object is which, among all that the app writes. */
export const IDENTITY_RULES: readonly DescribedRule[] = [
  {
    id: 'key-material-absent',
    title: 'No output holds a key, a private key or a token of the cluster',
    why: 'What is written is read by everyone who reads Git, its mirrors and the logs of deployments, and nobody can take it back',
    severity: Severity.ERROR,
    message: 'output holds key material; take it for known to others and change it, then have the node, a KMS or a secret store make and keep the next one',
    controls: {},
  },
  {
    id: 'made-object-unchanged',
    title: 'What a construct makes is written as the construct makes it',
    why: 'Whoever reads the program reads the names of the constructs, and believes that their objects hold what the names promise; a patch takes it back unseen',
    severity: Severity.ERROR,
    message: 'object is not written as its construct makes it; say it where the construct is made',
    controls: {},
  },
  {
    id: 'made-object-written',
    title: 'Every object that a construct makes is written',
    why: 'Without its quota, its default deny or its disruption budget, what a construct makes is held by nothing, though the program still names the construct',
    severity: Severity.ERROR,
    message: 'object is not written, though a construct makes it; leave it in its place in the tree, or take the construct out of the program',
    controls: {},
  },
  {
    id: 'namespace-known',
    title: 'It is known of every object in which namespace it stands',
    why: 'An object that names no namespace lands wherever whoever applies it happens to be, out of reach of the quota, the level and the policies that were meant for it',
    severity: Severity.ERROR,
    message: 'object of a kind that is not known stands below a namespace and names none; set metadata.namespace, or move it out if it belongs to the cluster',
    controls: {},
  },
  {
    id: 'unique-objects',
    title: 'No object is written twice',
    why: 'Of two objects with one kind, namespace and name the last that is applied replaces the first: its policy, role or limit is gone without a word',
    severity: Severity.ERROR,
    message: 'two objects have the same kind, namespace and name; give one of them another name',
    controls: {},
  },
];
