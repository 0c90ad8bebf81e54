/** Imported first: the content security policy allows no code made from strings, which zod would try. */
import { config } from 'zod';

config({ jitless: true });
