import { InputFault } from '../../src/report/input-fault';

test('a fault names the place and the reason', () => {
  expect(new InputFault(12, 3, InputFault.reasonFor('BAD_INDENT')).in('k8s/web.yaml')).toBe(
    'k8s/web.yaml:12:3 cannot be read, since the indentation is wrong: expected YAML or JSON; mend it',
  );
});

test('whoever hands in a template is told to render it', () => {
  expect(new InputFault(1, 1, InputFault.reasonFor('NON_STRING_KEY'), true).in('web.yaml')).toBe(
    'web.yaml:1:1 cannot be read, since a key is no text: expected YAML or JSON; render the template first: helm template … | npx cdk8s-hardened audit -',
  );
});

test('a code that is not known is still told without a word of the text', () => {
  expect(InputFault.reasonFor('IMPOSSIBLE')).toBe('its syntax is wrong');
});

test('what a file is called cannot write into the terminal', () => {
  expect(new InputFault(1, 1, 'x').in('a\u001b[2J.yaml')).toBe('a\\u001b[2J.yaml:1:1 cannot be read, since x: expected YAML or JSON; mend it');
});
