/** Zod compiles its schemas with eval where it may; the page's content security policy forbids it. Imported first. */
import { z } from 'zod';

z.config({ jitless: true });
