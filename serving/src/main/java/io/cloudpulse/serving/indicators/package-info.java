/** Figures of countries and years. */
package io.cloudpulse.serving.indicators;
