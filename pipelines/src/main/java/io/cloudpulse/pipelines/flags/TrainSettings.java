package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.activity.ActivityExamples;
import io.cloudpulse.transforms.likelihood.ModelFolder;

/**
 * How a model is to be made, every flag read and checked.
 *
 * @param move reads the records; it has no sink
 * @param examples what is made of them
 * @param folder where the model goes
 * @param split which part of the time it is fitted to; 0 if the data tells no time
 * @param testEvery how often a record is kept back instead; 0 if the time says which
 */
public record TrainSettings(
    MoveSettings move,
    ActivityExamples examples,
    ModelFolder folder,
    double split,
    int testEvery,
    long seed) {}
