/**
 * What a built graph asks of its runner, step by step, and what that runner can do. Nothing is told
 * by a step's name: all of it is read from what Beam would run.
 */
package io.cloudpulse.pipelines.preflight;
