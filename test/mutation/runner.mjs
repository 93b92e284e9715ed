import { commonTokens, declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { strykerPlugins as mocha } from '@stryker-mutator/mocha-runner';

/**
 * The runner of mocha, in a process that stays. By itself it starts another one for each mutant in code that runs while the tests are loaded,
 * too, which is most of it: days for all. So what is made while they are loaded stays as it was, and only what a test itself runs is changed.
 */
function create(injector) {
  const runner = injector.injectFunction(mocha[0].factory);
  runner.capabilities = () => ({ reloadEnvironment: true });
  return runner;
}
create.inject = [commonTokens.injector];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'loaded-once', create)];
