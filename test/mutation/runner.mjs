import { commonTokens, declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { strykerPlugins as mocha } from '@stryker-mutator/mocha-runner';

/**
 * The runner of mocha, in a process that stays. By itself it starts another one for each mutant in code that runs while the tests are loaded,
 * too, which is most of it: days for all. So what is made while they are loaded stays as it was, and only what a test itself runs is changed.
 *
 * What is made once, and later, has to be as it was too, such as the compiled rules: a change in one would stay in a process, and every
 * mutant after it would seem to be noticed. So each process runs all tests before its first mutant.
 */
function create(injector) {
  const runner = injector.injectFunction(mocha[0].factory);
  const { init } = runner;
  runner.capabilities = () => ({ reloadEnvironment: true });
  runner.init = async () => {
    await init.call(runner);
    const { status, errorMessage } = await runner.dryRun({ timeout: 0, coverageAnalysis: 'off', disableBail: false, files: [] });
    if (status !== 'complete') { throw new Error(`the tests do not run as they are: ${errorMessage}`); }
  };
  return runner;
}
create.inject = [commonTokens.injector];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'loaded-once', create)];
