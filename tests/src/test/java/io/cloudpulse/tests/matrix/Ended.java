package io.cloudpulse.tests.matrix;

/** How a command ended, and all that it said. */
record Ended(int exitCode, String said) {}
