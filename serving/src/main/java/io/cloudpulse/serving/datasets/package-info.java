/** Rows of datasets: filtered, sorted, in pages. */
package io.cloudpulse.serving.datasets;
