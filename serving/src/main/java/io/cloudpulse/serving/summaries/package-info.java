/** Rows of other datasets, summed up. */
package io.cloudpulse.serving.summaries;
