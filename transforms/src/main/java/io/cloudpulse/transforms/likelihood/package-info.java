/**
 * Models that say how likely something is: what they are given, how they are kept in a folder, and
 * how a worker uses one. Nothing here fits a model, and no library that does is needed here.
 */
package io.cloudpulse.transforms.likelihood;
