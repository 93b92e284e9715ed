import * as fs from 'fs';
import * as path from 'path';
import { rulesPage } from './page';
import { unjudgedSource } from './unjudged';

const root = path.join(__dirname, '..', '..');

// Writes RULES.md and what reports say of other controls anew, from the rules and the tables of controls as they are now.
fs.writeFileSync(path.join(root, 'RULES.md'), rulesPage());
fs.writeFileSync(path.join(root, 'src', 'report', 'unjudged-controls.ts'), unjudgedSource());
