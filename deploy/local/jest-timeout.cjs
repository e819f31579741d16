// Real servers take their time on a busy machine; a test that hangs is told apart well enough by half a minute.
jest.setTimeout(30_000);
