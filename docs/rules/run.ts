import * as fs from 'fs';
import * as path from 'path';
import { rulesPage } from './page';

// Writes RULES.md anew, from the rules and the tables of controls as they are now.
fs.writeFileSync(path.join(__dirname, '..', '..', 'RULES.md'), rulesPage());
