import fc from 'fast-check';

/** Every run tries the same cases, so that a check that passes here passes there; `FUZZ=1` looks for new ones. */
if (process.env['FUZZ'] === undefined) fc.configureGlobal({ seed: 20_261_122 });
