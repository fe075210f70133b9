/** Must be the first import of the window: zod compiles its checks with eval, which the content security policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });
