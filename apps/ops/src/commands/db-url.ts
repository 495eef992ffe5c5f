import process from 'node:process';
import { Command } from 'commander';
import { readEnv } from '../env.ts';

export const dbUrl = new Command('db-url')
  .description('print the address of the database in use')
  .action(() => console.log(readEnv(process.env).DATABASE_URL));
