import { fails, holds } from './cases';
import { sudoUnused } from '../../../src/policy/rules/sudo-unused';

const started = (...command: string[]) => ({ container: { name: 'app', command } });

holds(sudoUnused, {
  'nothing is said': {},
  'the program starts by itself': started('/bin/server', '--verbose'),
  'the name only has the letters': started('/bin/sudoku', '--pseudo'),
});

fails(sudoUnused, {
  'it is the first word': started('sudo', '/bin/server'),
  'it has its path': started('/usr/bin/sudo', '-E', 'server'),
  'a shell calls it': started('sh', '-c', 'cd /srv && sudo ./server'),
  'it stands in args': { container: { name: 'app', args: ['sudo'] } },
});
